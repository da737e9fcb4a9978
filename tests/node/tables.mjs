// Runs commands on tables through @azure/data-tables: one JSON document on standard input, one with the results on standard output.
//   { "endpoint": "http://…", "account": "…", "key": "…", "commands": [ … ] }
//   { "do": "write", "table": "…", "how": "add" | "upsert" | "transaction", "rows": [ … ] }     → number of rows
//   { "do": "read", "table": "…", "filter": "…", "select": ["…"], "size": 100 }                 → rows
//   { "do": "get", "table": "…", "partitionKey": "…", "rowKey": "…" }                           → row
//   { "do": "filter", "values": ["…"] }                                                         → literals as this client spells them
//   { "do": "signature", "table": "…", "permissions": { "query": true } }                       → shared access signature of the table
//   { "do": "accountSignature" }                                                                → shared access signature of the account
// A property is { "type": "Int64", "value": "5" }; type is an Edm type without its prefix, or bigint, Date, Uint8Array for the
// JavaScript type that this client turns into one.
import {
  AzureNamedKeyCredential, TableClient, generateAccountSas, generateTableSas, odata,
} from '@azure/data-tables';

const input = [];
for await (const chunk of process.stdin) input.push(chunk);
const { endpoint, account, key, commands } = JSON.parse(Buffer.concat(input).toString('utf8'));
const credential = new AzureNamedKeyCredential(account, key);

const native = {
  bigint: (text) => BigInt(text),
  Date: (text) => new Date(text),
  Uint8Array: (base64) => new Uint8Array(Buffer.from(base64, 'base64')),
};
const toRow = (row) => Object.fromEntries(Object.entries(row).map(([name, property]) =>
  [name, native[property?.type] ? native[property.type](property.value) : property]));
const clientOf = (table) => new TableClient(endpoint, table, credential, { allowInsecureConnection: true });
const tomorrow = () => new Date(Date.now() + 24 * 3600 * 1000);

const actions = {
  async write({ table, how, rows }) {
    const client = clientOf(table);
    const entities = rows.map(toRow);
    if (how === 'transaction') await client.submitTransaction(entities.map((entity) => ['create', entity]));
    else for (const entity of entities) await (how === 'add' ? client.createEntity(entity) : client.upsertEntity(entity, 'Replace'));
    return entities.length;
  },
  async read({ table, filter, select, size }) {
    const rows = [];
    const pages = clientOf(table)
      .listEntities({ queryOptions: { filter, select }, disableTypeConversion: true })
      .byPage({ maxPageSize: size });
    for await (const page of pages) rows.push(...page);
    return rows;
  },
  get: ({ table, partitionKey, rowKey }) => clientOf(table).getEntity(partitionKey, rowKey, { disableTypeConversion: true }),
  filter: ({ values }) => values.map((value) => odata`P eq ${value}`),
  signature: ({ table, permissions }) => generateTableSas(table, credential, { permissions, expiresOn: tomorrow() }),
  accountSignature: () => generateAccountSas(credential, { expiresOn: tomorrow() }),
};

const results = [];
for (const command of commands) results.push((await actions[command.do](command)) ?? null);
process.stdout.write(JSON.stringify(results));
