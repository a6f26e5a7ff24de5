import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { createCustomersClient } from '@customer-contracts/client';

import { requestsPerSecond } from './requests-per-second.ts';
import { inTurn, type Row, row } from './row.ts';
import { servedBy, type ServerProcess } from './served-by.ts';

const require = createRequire(import.meta.url);
const apiKey = 'benchmark';
const rounds = 5;

/** GET of one customer from the emulator with 10,000 customers stored, beside Prism's mock of our OpenAPI document. */
export async function emulator(): Promise<Row[]> {
  await using ours = await emulatorWith(10_000);
  await using prism = await prismMock();
  const client = createCustomersClient({ server: ours.url, apiKey });
  const { body: customers } = await client.getCustomerCollection({ limit: 1, offset: 500, fields: 'id' });
  const path = `/customers/${customers[0]?.id ?? ''}`;
  const headers = { 'REB-APIKEY': apiKey };
  const figures = await inTurn(
    rounds,
    () => requestsPerSecond({ url: `${ours.url}${path}`, headers }),
    () => requestsPerSecond({ url: `${prism.url}${path}`, headers }),
  );
  return [row('GET /customers/{id} of 10,000 | @stoplight/prism-cli mock', 'requests/s', figures, { atLeast: 10 })];
}

function emulatorWith(customers: number): Promise<ServerProcess> {
  const command = join(packageFolder('@customer-contracts/emulator'), 'dist/customer-emulator.js');
  const flags = ['--port', '0', '--customers', String(customers), '--quiet'];
  return servedBy([command, ...flags], { CUSTOMERS_API_KEY: apiKey });
}

async function prismMock(): Promise<ServerProcess> {
  const command = join(packageFolder('@stoplight/prism-cli'), 'dist/index.js');
  const document = require.resolve('@customer-contracts/schemas/openapi.json');
  const port = String(await freePort());
  return servedBy([command, 'mock', '--host', '127.0.0.1', '--port', port, '--verboseLevel', 'info', document], {});
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

/** Prism takes no port 0. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
