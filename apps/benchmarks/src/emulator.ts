import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

import { customerFixtures } from '@customer-contracts/fixtures';

import { emulatorWith } from './emulator-with.ts';
import { requestsPerSecond } from './requests-per-second.ts';
import { type Goal, inTurn, type Row, row } from './row.ts';
import { servedBy, type ServerProcess } from './served-by.ts';

const require = createRequire(import.meta.url);
const apiKey = 'benchmark';
const seed = 1;
const rounds = 5;
const few = 10_000;
const customers = customerFixtures({ seed });
const headers = { 'REB-APIKEY': apiKey, 'content-type': 'application/json' };

interface Work {
  readonly name: string;
  readonly path: string;
  readonly goal: Goal | typeof inProportion;
  readonly method?: 'PUT';
  /** How many requests to send, where three seconds would not be enough for a few. */
  readonly amount?: number;
}

const one = customers.responses.at(500);
const flat = { atLeast: 0.8 };
/** Ten times the customers cost ten times as much at the most, but for the noise. */
const inProportion = 'in proportion';
const country = 'filter=primaryAddress.country:US';

/** What a request costs, and how it grows. */
const works: readonly Work[] = [
  { name: 'GET a customer', path: `/customers/${one.id}`, goal: flat },
  { name: 'PUT a customer', path: `/customers/${one.id}`, goal: flat, method: 'PUT' },
  { name: 'list a page of 100', path: '/customers?limit=100', goal: inProportion, amount: 40 },
  { name: 'filter by e-mail', path: `/customers?filter=email:${one.email ?? ''}`, goal: flat },
  { name: 'filter by country', path: `/customers?limit=100&${country}`, goal: inProportion, amount: 20 },
  { name: 'q of two words', path: '/customers?limit=100&q=ann+example', goal: inProportion, amount: 40 },
];

/**
 * The emulator with 10,000 customers beside Prism's mock of our OpenAPI document, beside a bare SQLite read behind the same
 * HTTP server, and beside itself with so many customers; and what 200,000 requests leave in its memory.
 */
export async function emulator(many: number): Promise<Row[]> {
  await using small = await emulatorWith(few, seed, apiKey);
  return [...(await besidePeers(small)), ...(await besideItself(small, many)), await memory(small)];
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
      atLeast: 10,
    }),
    row('GET a customer of 10,000 | bare node:sqlite read', unit, await inTurn(rounds, get(ours), get(bare)), {
      atLeast: 0.5,
    }),
  ];
}

const unit = 'requests/s';

async function besideItself(small: ServerProcess, many: number): Promise<Row[]> {
  await using large = await emulatorWith(many, seed, apiKey);
  const sizes = `of ${many.toLocaleString('en')} | of ${few.toLocaleString('en')}`;
  const rows: Row[] = [];
  for (const { name, path, goal, ...rest } of works) {
    const load = { headers, ...rest, ...(rest.method === 'PUT' ? { body } : {}) };
    const measure =
      ({ url }: ServerProcess) =>
      () =>
        requestsPerSecond({ ...load, url: `${url}${path}` });
    const figures = await inTurn(3, measure(large), measure(small));
    const reached = goal === inProportion ? { atLeast: (flat.atLeast * few) / many } : goal;
    rows.push(row(`${name}, ${sizes}`, unit, figures, reached));
  }
  return rows;
}

const body = JSON.stringify(customers.inputs.at(500));

/** The resident memory after 200,000 requests, half of them writes, beside that after the first 20,000. */
async function memory({ url, pid }: ServerProcess): Promise<Row> {
  const path = `/customers/${one.id}`;
  const put = { method: 'PUT' as const, body };
  const load = async (amount: number): Promise<number> => {
    await requestsPerSecond({ url: `${url}${path}`, headers, amount: amount / 2 });
    await requestsPerSecond({ url: `${url}${path}`, headers, ...put, amount: amount / 2 });
    return residentMegabytes(pid);
  };
  const peer = await load(20_000);
  const ours = await load(180_000);
  return row('memory after 200,000 requests | after 20,000', 'MB', { ours: [ours], peer: [peer] }, { atMost: 1.2 });
}

function residentMegabytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
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
