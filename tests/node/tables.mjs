// Runs commands on tables through @azure/data-tables: one JSON document on standard input, one with the results on standard output.
//   { "endpoint": "http://…", "account": "…", "key": "…", "commands": [ … ] }
//   { "do": "write", "table": "…", "rows": [ … ] }                          → number of rows, added in one transaction
//   { "do": "read", "table": "…", "filter": "…", "size": 100 }              → rows, read in pages of that size
//   { "do": "get", "table": "…", "partitionKey": "…", "rowKey": "…" }       → row
// A property is { "type": "Int64", "value": "5" }; type is an Edm type without its prefix.
import { AzureNamedKeyCredential, TableClient } from '@azure/data-tables';

const input = [];
for await (const chunk of process.stdin) input.push(chunk);
const { endpoint, account, key, commands } = JSON.parse(Buffer.concat(input).toString('utf8'));
const credential = new AzureNamedKeyCredential(account, key);

const clientOf = (table) => new TableClient(endpoint, table, credential, { allowInsecureConnection: true });

const actions = {
  async write({ table, rows }) {
    await clientOf(table).submitTransaction(rows.map((row) => ['create', row]));
    return rows.length;
  },
  async read({ table, filter, size }) {
    const rows = [];
    const pages = clientOf(table)
      .listEntities({ queryOptions: { filter }, disableTypeConversion: true })
      .byPage({ maxPageSize: size });
    for await (const page of pages) rows.push(...page);
    return rows;
  },
  get: ({ table, partitionKey, rowKey }) => clientOf(table).getEntity(partitionKey, rowKey, { disableTypeConversion: true }),
};

const results = [];
for (const command of commands) results.push(await actions[command.do](command));
process.stdout.write(JSON.stringify(results));
