import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

import type { BenchmarkOptions } from './benchmark-options.ts';
import { besideCommit } from './emulator-against.ts';
import { brokenBodies } from './emulator-broken-bodies.ts';
import { inPage } from './emulator-in-page.ts';
import { apiKey, besideSmaller, body, few, headers, megabytes, one, seed, unit } from './emulator-sizes.ts';
import { emulatorWith, temporaryDatabase } from './emulator-with.ts';
import { workplace } from './emulator-workplace.ts';
import { requestsPerSecond } from './requests-per-second.ts';
import { inTurn, type Row, row } from './row.ts';
import { servedBy, type ServerProcess } from './served-by.ts';

const require = createRequire(import.meta.url);
const rounds = 5;

/**
 * The emulator with 10,000 customers on a file beside Prism's mock of our OpenAPI document, beside a bare SQLite read behind
 * the same HTTP server, and beside itself with more customers; what 200,000 requests leave in its memory; what it
 * costs to keep requests and events, and to go back to a snapshot; what bodies full of broken rules cost; what it is in a page;
 * and all beside an older commit where one is named.
 */
export async function emulator({ customers, against }: BenchmarkOptions): Promise<Row[]> {
  const rows: Row[] = [];
  {
    using database = temporaryDatabase();
    await using small = await emulatorWith(few, seed, apiKey, { database: database.path });
    rows.push(...(await besidePeers(small)));
    for (const many of new Set([100_000, customers])) rows.push(...(await besideSmaller(small, many)));
    rows.push(await memory(small));
  }
  rows.push(...(await brokenBodies()), ...(await workplace(100_000)), ...(await inPage()));
  if (against !== undefined) rows.push(...(await besideCommit(against, customers)));
  return rows;
}

async function besidePeers(ours: ServerProcess): Promise<Row[]> {
  await using prism = await prismMock();
  await using bare = await servedBy([join(import.meta.dirname, 'bare-sqlite-server.js'), String(few)], {});
  const path = `/customers/${one.id}`;
  const get =
    ({ url }: ServerProcess) =>
    () =>
      requestsPerSecond({ url: `${url}${path}`, headers });
  return [
    row('GET a customer of 10,000 | @stoplight/prism-cli mock', unit, await inTurn(rounds, get(ours), get(prism)), {
      atLeast: 12,
    }),
    row('GET a customer of 10,000 | bare node:sqlite read', unit, await inTurn(rounds, get(ours), get(bare)), {
      atLeast: 0.6,
    }),
  ];
}

/** The resident memory after 200,000 requests, half of them writes, beside that after the first 20,000. */
async function memory(server: ServerProcess): Promise<Row> {
  const { url } = server;
  const path = `/customers/${one.id}`;
  const put = { method: 'PUT' as const, body };
  const load = async (amount: number): Promise<number> => {
    await requestsPerSecond({ url: `${url}${path}`, headers, amount: amount / 2 });
    await requestsPerSecond({ url: `${url}${path}`, headers, ...put, amount: amount / 2 });
    return megabytes(server, 'VmRSS');
  };
  const peer = await load(20_000);
  const ours = await load(180_000);
  return row('memory after 200,000 requests | after 20,000', 'MB', { ours: [ours], peer: [peer] }, { atMost: 1.2 });
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
