// Prints what the Bicep files named on the command line declare, as JSON. Values are plain where they are literals, {"$": "expression"} where not.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(fileURLToPath(new URL('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm', import.meta.url))));

const children = (node) => node.namedChildren.filter((c) => c.type !== 'comment');

const descendants = (node, found = []) => {
  for (const child of node.children) {
    found.push(child);
    descendants(child, found);
  }
  return found;
};

const value = (node) => {
  if (node.type === 'string') {
    const parts = children(node);
    return parts.every((p) => p.type === 'string_content') ? parts.map((p) => p.text).join('') : { $: node.text };
  }
  if (node.type === 'number') return Number(node.text);
  if (node.type === 'boolean') return node.text === 'true';
  if (node.type === 'array') return children(node).map(value);
  if (node.type === 'object') return properties(node);
  return { $: node.text };
};

const properties = (node) => {
  const result = {};
  for (const property of children(node)) {
    if (property.type !== 'object_property') continue;
    const [key, of] = children(property);
    if (of) result[key.type === 'string' ? key.text.slice(1, -1) : key.text] = value(of);
  }
  return result;
};

const decorators = (node) => {
  const result = {};
  for (const decorator of node ? children(node) : []) {
    const call = children(decorator)[0];
    const [name, args] = children(call);
    const given = args ? children(args).map(value) : [];
    result[name.text] = given.length === 1 ? given[0] : given;
  }
  return result;
};

const declaration = (node, parent) => {
  const [symbol, type, ...rest] = children(node);
  const body = rest.at(-1);
  const object = body?.type === 'object' ? body : descendants(body ?? node).find((n) => n.type === 'object' && n.parent?.type.endsWith('_statement'));
  return {
    symbol: symbol.text, type: value(type), parent, existing: node.children.some((c) => c.text === 'existing'),
    loop: body?.type === 'for_statement' ? body.text.split('\n')[0] : null,
    condition: body?.type === 'if_statement' ? children(body)[0].text : null,
    body: object ? properties(object) : {},
  };
};

const describe = (path) => {
  const text = readFileSync(path, 'utf8');
  const root = parser.parse(text).rootNode;
  const all = descendants(root);
  const result = { path, errors: [], parameters: {}, variables: {}, resources: [], modules: [], outputs: {}, text };
  for (const node of all) if (node.isError || node.isMissing) result.errors.push(`${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`);
  const uses = (name) => all.filter((n) => n.type === 'identifier' && n.text === name && n.parent.type !== 'parameter_declaration'
    && !(n.parent.type === 'object_property' && n.parent.firstNamedChild.equals(n))).length;
  let pending = null;
  for (const node of root.namedChildren) {
    const [symbol, type, ...rest] = children(node);
    if (node.type === 'decorators') { pending = node; continue; }
    if (node.type === 'parameter_declaration')
      result.parameters[symbol.text] = { type: type.text, default: rest[0] ? value(rest[0]) : null, optional: rest.length > 0, uses: uses(symbol.text), ...decorators(pending) };
    else if (node.type === 'variable_declaration') result.variables[symbol.text] = value(type);
    else if (node.type === 'output_declaration') result.outputs[symbol.text] = { type: type.text, value: value(rest[0]), ...decorators(pending) };
    else if (node.type === 'module_declaration') result.modules.push(declaration(node, null));
    pending = null;
  }
  for (const node of all) {
    if (node.type !== 'resource_declaration') continue;
    let above = node.parent;
    while (above && above.type !== 'resource_declaration') above = above.parent;
    result.resources.push(declaration(node, above ? children(above)[0].text : null));
  }
  return result;
};

console.log(JSON.stringify(process.argv.slice(2).map(describe)));
