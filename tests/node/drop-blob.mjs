// Puts a text into the container of articles.
//   STORAGE_CONNECTION=… node drop-blob.mjs NAME TEXT PROVINCE YEAR
import { BlobServiceClient } from '@azure/storage-blob';

const [name, text, province, year] = process.argv.slice(2);
const articles = BlobServiceClient.fromConnectionString(process.env.STORAGE_CONNECTION).getContainerClient('articles');
await articles.getBlockBlobClient(name).uploadData(Buffer.from(text, 'utf8'), { metadata: { province, year } });
