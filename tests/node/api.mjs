// Holds answers of the API to its description, line by line: one JSON document a line on standard input, a list of complaints a line on
// standard output.
//   { "description": { … } }                                                  the OpenAPI document; complaints about the document itself
//   { "answer": { "method", "path", "status", "type", "body" } }              complaints about an answer
//   { "dataset": { … }, "points": [ { "province", …, "value", "status" } ] }  complaints about a JSON-stat dataset that should hold these points
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import JSONstat from 'jsonstat-toolkit';
import { Validator } from '@seriousme/openapi-schema-validator';
import { inconsistencies } from './json-stat.mjs';

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
const isDataset = ajv.compile(JSON.parse(readFileSync(new URL('json-stat.schema.json', import.meta.url), 'utf8')));
const complaints = (errors) => (errors ?? []).slice(0, 5).map((e) => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
const compiled = new Map();
let routes = [];

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const pattern = (path, last) => new RegExp(`^${path.split('/').map((part) =>
  !part.startsWith('{') ? escape(part) : last && /^\{(period|name)\}$/.test(part) ? '.*' : '[^/]+').join('/')}$`.replace('/.*$', '(/.*)?$'), 'i');

async function describe(description) {
  const result = await new Validator().validate(structuredClone(description));
  ajv.addSchema(description, 'https://api.test/openapi.json');
  routes = Object.entries(description.paths).map(([path, methods]) => ({ path, methods }));
  const errors = result.valid ? [] : [].concat(result.errors).map((e) => typeof e === 'string' ? e : JSON.stringify(e));
  return [...errors, ...Object.entries(description.components.schemas).flatMap(([name, schema]) => undescribed(name, schema))];
}

// The members of a schema that nothing is said of.
function undescribed(place, schema) {
  if (Array.isArray(schema)) return schema.flatMap((s) => undescribed(place, s));
  if (schema === null || typeof schema !== 'object') return [];
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    [...(property.description ? [] : [`${place}.${name} is not described`]), ...undescribed(`${place}.${name}`, property)]);
  return [...own, ...Object.entries(schema).filter(([key]) => key !== 'properties').flatMap(([, s]) => undescribed(place, s))];
}

function routeOf(method, path) {
  for (const last of [false, true]) {
    const fitting = routes.filter((r) => r.methods[method] && pattern(r.path, last).test(path));
    if (fitting.length > 0) return fitting.sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
  }
}

function check({ method, path, status, type, body }) {
  const asked = method.toLowerCase() === 'head' ? 'get' : method.toLowerCase();
  const route = routeOf(asked, path);
  // What is no address, or takes no such method, is not described either: the answer must be a problem.
  const response = route?.methods[asked].responses[status] ?? (!route && [404, 405].includes(status) ? { content: problemOf() } : undefined);
  if (!response) return [`${method} ${path}: the description has no answer ${status}`];
  if (method.toLowerCase() === 'head' || !response.content) return body ? [`${method} ${path}: ${status} has a body that is not described`] : [];
  const media = type.split(';')[0];
  const content = response.content[media];
  if (!content) return [`${method} ${path}: ${status} comes as ${media}, described are ${Object.keys(response.content)}`];
  if (media === 'text/csv') return unknownColumns(content['x-columns'], body);
  if (!content.schema) return [];
  const key = JSON.stringify(content.schema);
  const validate = compiled.get(key) ?? ajv.compile(rooted(content.schema));
  compiled.set(key, validate);
  return validate(JSON.parse(body)) ? [] : complaints(validate.errors);
}

// A table has no column but those that are described, and these in their order.
const unknownColumns = (described, body) => {
  const found = body.replace(/^\uFEFF/, '').split('\r\n')[0].split(',');
  const places = found.map((c) => described.indexOf(c));
  return places.every((p, i) => p > (i === 0 ? -1 : places[i - 1])) ? [] : [`The columns ${found} are not those described: ${described}`];
};

const problemOf = () => ({ 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemAnswer' } } });
const rooted = (schema) => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"https://api.test/openapi.json#/'));

function readBack(dataset, points) {
  if (!isDataset(dataset)) return complaints(isDataset.errors);
  const unfit = inconsistencies(dataset);
  if (unfit.length > 0) return unfit;
  const cube = JSONstat(dataset);
  if (cube.class !== 'dataset') return ['The toolkit does not take it for a dataset'];
  if (dataset.size.reduce((a, b) => a * b, 1) !== cube.n) return [`The toolkit counts ${cube.n} cells`];
  return points.flatMap(({ value, status, ...place }) => {
    const cell = cube.Data(place);
    const found = { value: cell?.value ?? null, status: cell?.status ?? 'A' };
    return found.value === value && found.status === status ? [] : [`${JSON.stringify(place)}: ${JSON.stringify(found)} instead of ${value} ${status}`];
  }).slice(0, 5);
}

for await (const line of createInterface({ input: process.stdin })) {
  const input = JSON.parse(line);
  const found = input.description ? await describe(input.description) : input.answer ? check(input.answer) : readBack(input.dataset, input.points);
  console.log(JSON.stringify(found));
}
