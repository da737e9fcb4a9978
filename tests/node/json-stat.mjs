// What JSON-stat 2.0 asks of a dataset that no schema can say: that its parts fit one another. Takes a dataset that follows the schema; gives
// a list of complaints.
export function inconsistencies(dataset) {
  const { id, size, dimension, value, status, role = {} } = dataset;
  const cells = size.reduce((a, b) => a * b, 1);
  const found = [];
  const demand = (holds, otherwise) => holds || found.push(otherwise);
  const areWithin = (name, places) => demand(
    places.every((p) => /^(0|[1-9]\d*)$/.test(p) && Number(p) < cells), `${name} has a place that is not of the ${cells} cells`);

  demand(id.length === size.length, `id has ${id.length} dimensions, size ${size.length}`);
  demand(sameSet(id, Object.keys(dimension)), 'id and dimension do not name the same dimensions');
  demand(size.every((s) => s >= 0), 'size has a negative number');
  if (Array.isArray(value)) demand(value.length === cells, `value has ${value.length} cells instead of ${cells}`);
  else areWithin('value', Object.keys(value));
  if (Array.isArray(status)) demand(status.length === cells, `status has ${status.length} cells instead of ${cells}`);
  else if (typeof status === 'object') areWithin('status', Object.keys(status));
  const roles = Object.values(role).flat();
  demand(roles.every((r) => id.includes(r)), 'role names a dimension that does not exist');
  demand(new Set(roles).size === roles.length, 'role gives a dimension two roles');
  for (const [place, name] of id.entries())
    if (dimension[name]) found.push(...categories(name, dimension[name].category, size[place], role).map((c) => `${name}: ${c}`));
  return found;
}

function categories(name, { index, label, child, unit, note, coordinates }, size, role) {
  const found = [];
  const demand = (holds, otherwise) => holds || found.push(otherwise);
  if (!index) demand(size === 1 && Object.keys(label ?? {}).length === 1, 'only a single category may have no index, and then it has a label');
  const ids = Array.isArray(index) ? index : Object.keys(index ?? label ?? {});
  demand(ids.length === size, `${ids.length} categories instead of ${size}`);
  if (index && !Array.isArray(index))
    demand(sameSet(Object.values(index).map(String), ids.map((_, i) => String(i))), 'the places of index are not 0 and the following, each once');
  for (const [part, owners] of Object.entries({ label, child, unit, note, coordinates }))
    demand(Object.keys(owners ?? {}).every((c) => ids.includes(c)), `${part} names a category that does not exist`);
  demand(label === undefined || ids.every((c) => label[c] !== undefined), 'a category has no label though others have');
  demand(Object.values(child ?? {}).flat().every((c) => ids.includes(c)), 'child names a category that does not exist');
  demand(!ids.some((c) => isOwnDescendant(c, child ?? {})), 'child goes round in a circle');
  demand(unit === undefined || (role.metric ?? []).includes(name), 'unit is for dimensions that are metric');
  demand(unit !== undefined || !(role.metric ?? []).includes(name), 'it is metric and says no unit');
  demand(unit === undefined || ids.every((c) => unit[c]), 'a category has no unit though others have');
  demand(coordinates === undefined || (role.geo ?? []).includes(name), 'coordinates are for dimensions that are geo');
  return found;
}

function isOwnDescendant(category, child) {
  const seen = new Set();
  const waiting = [...(child[category] ?? [])];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next === category) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(child[next] ?? []));
  }
  return false;
}

const sameSet = (one, other) => one.length === other.length && new Set(one).size === one.length && one.every((x) => other.includes(x));
