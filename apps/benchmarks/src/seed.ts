import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { customerFixtures } from '@customer-contracts/fixtures';
import { seedCustomers } from '@customer-contracts/seed';
import autocannon from 'autocannon';

import { inTurn, type Row, row } from './row.ts';
import { servedBy } from './served-by.ts';

const require = createRequire(import.meta.url);
const apiKey = 'benchmark';
const count = 4000;
const rounds = 5;
const concurrency = 8;

/**
 * Filling an empty organization of the emulator, beside autocannon, which sends the same requests to an empty organization
 * of the same server over as many connections; and the memory that the command holds over 1,000,000 customers beside 10,000.
 */
export async function seed(): Promise<Row[]> {
  return [await speed(), await memory()];
}

async function speed(): Promise<Row> {
  const organizations = Array.from({ length: rounds * 2 }, (_, index) => `org_${index}`);
  const flags = ['--port', '0', '--rate-limit', 'off', '--quiet', '--organization', ...organizations];
  await using emulator = await servedBy([commandOf('emulator'), ...flags], { CUSTOMERS_API_KEY: apiKey });
  const empty = organizations.map((organization) => `${emulator.url}/organizations/${organization}`).values();
  const measured = (work: (url: string) => Promise<void>) => async () => {
    const url = empty.next().value ?? '';
    const start = performance.now();
    await work(url);
    return (count * 1000) / (performance.now() - start);
  };
  const requests = prepared();
  const figures = await inTurn(
    rounds,
    measured(fill),
    measured((url) => put(url, requests)),
  );
  return row('filling, read before it is written | PUTs by autocannon', 'customers/s', figures, { atLeast: 0.8 });
}

async function fill(url: string): Promise<void> {
  const { created } = await seedCustomers({ to: url, apiKey, count, seed: 1, concurrency });
  if (created !== count) throw new Error(`Failed to measure filling: ${created} of ${count} were created.`);
}

interface Prepared {
  readonly id: string;
  readonly body: string;
}

/** What autocannon sends, made before it is measured. */
function prepared(): Prepared[] {
  const customers = customerFixtures({ seed: 1 }).withLeadSource();
  return Array.from({ length: count }, (_, index) => ({
    id: customers.responses.at(index).id,
    body: JSON.stringify(customers.inputs.at(index)),
  }));
}

async function put(url: string, requests: readonly Prepared[]): Promise<void> {
  const { pathname } = new URL(url);
  const rest = requests.map(({ id, body }) => ({ path: `${pathname}/customers/${id}`, body })).values();
  const { '2xx': done } = await autocannon({
    url,
    connections: concurrency,
    amount: count,
    // It ends at the end of a sample, and a whole second would be a good part of what is measured.
    sampleInt: 10,
    headers: { 'REB-APIKEY': apiKey, 'content-type': 'application/json' },
    requests: [{ method: 'PUT', setupRequest: (request) => ({ ...request, ...rest.next().value }) }],
  });
  if (done !== count) throw new Error(`Failed to measure PUT: ${done} of ${count} were done.`);
}

async function memory(): Promise<Row> {
  const peer = await heldMegabytes(10_000);
  const ours = await heldMegabytes(1_000_000);
  const work = 'memory held over 1,000,000 customers, a tenth of them missing | over 10,000';
  return row(work, 'MB', { ours: [ours], peer: [peer] }, { atMost: 1.2 });
}

/** V8 lets garbage lie as long as there is room: so it is taken away each second, and the most that is left counts. */
const report = `
  let most = 0;
  setInterval(() => {
    gc();
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 1000).unref();
  process.on('exit', () => process.stderr.write('held ' + most));`;

async function heldMegabytes(customers: number): Promise<number> {
  await using server = await servedBy([join(import.meta.dirname, 'nine-of-ten-server.js')], {});
  const node = ['--expose-gc', `--import=data:text/javascript,${encodeURIComponent(report)}`];
  const flags = ['--to', server.url, '--count', String(customers), '--concurrency', String(concurrency), '--yes'];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...node, commandOf('seed'), ...flags], {
    env: { ...process.env, CUSTOMERS_API_KEY: apiKey },
  });
  if (!stdout.startsWith(`${customers / 10} created, 0 replaced, ${(customers * 9) / 10} unchanged`)) {
    throw new Error(`Failed to measure the memory of ${customers} customers: ${stdout}`);
  }
  return Number(/held (\d+)$/.exec(stderr)?.[1]) / 1e6;
}

function commandOf(name: 'emulator' | 'seed'): string {
  const folder = dirname(require.resolve(`@customer-contracts/${name}/package.json`));
  return join(folder, `dist/customer-${name}.js`);
}
