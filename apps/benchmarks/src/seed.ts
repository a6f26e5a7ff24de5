import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { customerFixtures } from '@customer-contracts/fixtures';
import { seedCustomers } from '@customer-contracts/seed';
import autocannon from 'autocannon';

import { inTurn, type Row, row } from './row.ts';
import { servedBy, type ServerProcess } from './served-by.ts';

const require = createRequire(import.meta.url);
const apiKey = 'benchmark';
const count = 4000;
const rounds = 5;
const concurrency = 8;

/**
 * Filling an empty organization of the emulator, beside autocannon, which sends the same bodies to the same server over as
 * many connections; and the peak memory of the command with 1,000,000 customers beside 10,000.
 */
export async function seed(): Promise<Row[]> {
  return [await speed(), await memory()];
}

async function speed(): Promise<Row> {
  const flags = ['--port', '0', '--rate-limit', 'off', '--quiet'];
  await using emulator = await servedBy([commandOf('emulator'), ...flags], { CUSTOMERS_API_KEY: apiKey });
  // A seed of its own for each, so that every write creates.
  let next = 0;
  const measured = (work: (server: ServerProcess, seed: number) => Promise<void>) => async () => {
    next += 1;
    const start = performance.now();
    await work(emulator, next);
    return (count * 1000) / (performance.now() - start);
  };
  const bodies = preparedBodies(rounds * 2);
  const figures = await inTurn(
    rounds,
    measured(fill),
    measured((server, seed) => put(server, bodies[seed - 1] ?? [])),
  );
  return row('filling, read before it is written | PUTs by autocannon', 'customers/s', figures, { atLeast: 0.8 });
}

async function fill({ url }: ServerProcess, seed: number): Promise<void> {
  const { created } = await seedCustomers({ to: url, apiKey, count, seed, concurrency });
  if (created !== count) throw new Error(`Failed to measure filling: ${created} of ${count} were created.`);
}

interface Prepared {
  readonly path: string;
  readonly body: string;
}

/** What autocannon sends, made before it is measured. */
function preparedBodies(seeds: number): Prepared[][] {
  return Array.from({ length: seeds }, (_, index) => {
    const customers = customerFixtures({ seed: index + 1 }).withLeadSource();
    return Array.from({ length: count }, (_, index) => ({
      path: `/customers/${customers.responses.at(index).id}`,
      body: JSON.stringify(customers.inputs.at(index)),
    }));
  });
}

async function put({ url }: ServerProcess, prepared: readonly Prepared[]): Promise<void> {
  const rest = prepared.values();
  const { non2xx, errors } = await autocannon({
    url,
    connections: concurrency,
    amount: count,
    headers: { 'REB-APIKEY': apiKey, 'content-type': 'application/json' },
    requests: [{ method: 'PUT', setupRequest: (request) => ({ ...request, ...rest.next().value }) }],
  });
  if (non2xx > 0 || errors > 0) throw new Error(`Failed to measure PUT: ${non2xx} were no 2xx, ${errors} failed.`);
}

async function memory(): Promise<Row> {
  await using server = await servedBy([join(import.meta.dirname, 'nothing-stored-server.js')], {});
  const peer = await peakMegabytes(server, 10_000);
  const ours = await peakMegabytes(server, 1_000_000);
  return row('peak memory of filling 1,000,000 | 10,000', 'MB', { ours: [ours], peer: [peer] }, { atMost: 1.2 });
}

async function peakMegabytes({ url }: ServerProcess, customers: number): Promise<number> {
  const report = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`;
  const flags = ['--to', url, '--count', String(customers), '--concurrency', String(concurrency), '--yes'];
  const { stderr } = await promisify(execFile)(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(report)}`, commandOf('seed'), ...flags],
    { env: { ...process.env, CUSTOMERS_API_KEY: apiKey } },
  );
  return Number(/peak (\d+)$/.exec(stderr)?.[1]) / 1024;
}

function commandOf(name: 'emulator' | 'seed'): string {
  const folder = dirname(require.resolve(`@customer-contracts/${name}/package.json`));
  return join(folder, `dist/customer-${name}.js`);
}
