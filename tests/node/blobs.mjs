// Runs commands on the blobs of a container through @azure/storage-blob: one JSON document on standard input, one with the results on
// standard output. Metadata must be ASCII: its values are percent-encoded on the way in and decoded on the way out.
//   { "connection": "…", "container": "…", "commands": [ … ] }
//   { "do": "put", "name": "…", "text": "…", "metadata": { … } }   → name
//   { "do": "get", "name": "…" }                                   → { "text": "…", "metadata": { … } }
import { BlobServiceClient } from '@azure/storage-blob';

const input = [];
for await (const chunk of process.stdin) input.push(chunk);
const { connection, container, commands } = JSON.parse(Buffer.concat(input).toString('utf8'));
const client = BlobServiceClient.fromConnectionString(connection).getContainerClient(container);
const each = (metadata, change) => Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, change(value)]));

const actions = {
  async put({ name, text, metadata }) {
    await client.getBlockBlobClient(name).uploadData(Buffer.from(text, 'utf8'), { metadata: each(metadata, encodeURIComponent) });
    return name;
  },
  async get({ name }) {
    const blob = client.getBlobClient(name);
    const { metadata } = await blob.getProperties();
    return { text: (await blob.downloadToBuffer()).toString('utf8'), metadata: each(metadata, decodeURIComponent) };
  },
};

const results = [];
for (const command of commands) results.push(await actions[command.do](command));
process.stdout.write(JSON.stringify(results));
