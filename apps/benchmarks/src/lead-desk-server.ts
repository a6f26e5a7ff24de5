// Lead Desk's own server in front of an API. A program of its own: lead-desk-server.js URL, with the key in
// CUSTOMERS_API_KEY.
import { startServer } from '@customer-contracts/demo/server';

const desk = await startServer({ api: { url: process.argv[2] ?? '', apiKey: process.env['CUSTOMERS_API_KEY'] ?? '' } });
process.stdout.write(`${desk.url}\n`);
process.once('SIGINT', () => void desk.close());
