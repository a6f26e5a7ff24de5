import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { customerFixtures } from '@customer-contracts/fixtures';

import { fakerCustomer, fisheryCustomer } from './faker-customer.ts';
import { inTurn, type Row, row } from './row.ts';

const rounds = 15;
const million = 1_000_000;
const command = join(
  dirname(createRequire(import.meta.url).resolve('@customer-contracts/fixtures/package.json')),
  'dist/customer-fixtures.js',
);

/** Customers per second beside faker, fishery and themselves, the command's memory and speed, and that nothing repeats. */
export async function fixtures(): Promise<Row[]> {
  const unit = 'customers/CPU s';
  return [
    row('a customer | plain faker, locale/en', unit, await inTurn(rounds, ourRate(0), perSecond(fakerCustomer)), {
      atLeast: 20,
    }),
    row('a customer | fishery + faker', unit, await inTurn(rounds, ourRate(0), perSecond(fisheryCustomer)), {
      atLeast: 30,
    }),
    row('from index 10 ** 9 on | from 0 on', unit, await inTurn(rounds, ourRate(10 ** 9), ourRate(0)), {
      atLeast: 0.8,
    }),
    ...(await ndjson()),
    ...repetitions(),
  ];
}

/** The rate of our customers, one index after the other. */
function ourRate(from: number): () => Promise<number> {
  const { responses } = customerFixtures({ seed: 42 });
  let index = from;
  return perSecond(() => responses.at(index++));
}

/** The milliseconds of the processor that this process took: others on the machine have no part in them. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The rate of a function in a fifth of a second. It runs for a second before the first time: the compiler takes so long. */
function perSecond(make: () => unknown): () => Promise<number> {
  let isWarm = false;
  return async () => {
    if (!isWarm) rateOf(make, 1000);
    isWarm = true;
    return rateOf(make, 200);
  };
}

/** How often a function ran in a second, as long as it took the processor so many milliseconds. */
function rateOf(make: () => unknown, duration: number): number {
  const start = processorTime();
  let count = 0;
  while (processorTime() - start < duration) {
    for (let batch = 0; batch < 50; batch += 1) make();
    count += 50;
  }
  return (count * 1000) / (processorTime() - start);
}

/** A million customers as NDJSON to nowhere: peak memory, and the speed beside JSON.stringify of ready objects. */
async function ndjson(): Promise<Row[]> {
  const ready = [...customerFixtures({ seed: 42 }).responses.take(10_000)];
  // As many, so that what else happens on the machine meets both alike.
  const stringify = async (): Promise<number> => {
    const start = performance.now();
    for (let index = 0; index < million; index += 1) JSON.stringify(ready[index % ready.length]);
    return (million * 1000) / (performance.now() - start);
  };
  const peaks: number[] = [];
  const written = async (): Promise<number> => {
    const { seconds, peakMegabytes } = await runCommand();
    peaks.push(peakMegabytes);
    return million / seconds;
  };
  const speed = await inTurn(3, written, stringify);
  return [
    row('NDJSON of 1,000,000 | JSON.stringify of ready objects', 'customers/s', speed, { atLeast: 0.75 }),
    row('peak memory of NDJSON of 1,000,000 | 150 MB', 'MB', { ours: peaks, peer: [150] }, { atMost: 1 }),
  ];
}

async function runCommand(): Promise<{ seconds: number; peakMegabytes: number }> {
  const report = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`;
  const flags = ['--count', String(million), '--seed', '42', '--format', 'ndjson', '--output', '/dev/null', '--force'];
  const start = performance.now();
  const { stderr } = await promisify(execFile)(process.execPath, [
    `--import=data:text/javascript,${encodeURIComponent(report)}`,
    command,
    ...flags,
  ]);
  const [, kilobytes] = /peak (\d+)$/.exec(stderr) ?? [];
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: Number(kilobytes) / 1024 };
}

/** How many ids and e-mails of 10,000,000 records are different: all of them. */
function repetitions(): Row[] {
  const count = 10_000_000;
  const { responses } = customerFixtures({ seed: 42 });
  const ids = new BigUint64Array(count);
  const emails = new BigUint64Array(count);
  for (let index = 0; index < count; index += 1) {
    const { id, email } = responses.at(index);
    ids[index] = digest(id);
    emails[index] = digest(email ?? '');
  }
  return [
    row('different ids of | 10,000,000', 'ids', { ours: [distinct(ids)], peer: [count] }, { atLeast: 1 }),
    row('different e-mails of | 10,000,000', 'e-mails', { ours: [distinct(emails)], peer: [count] }, { atLeast: 1 }),
  ];
}

/** 64 bits of two 32-bit FNV-1a hashes: two different texts of 10,000,000 share them once in 300,000 runs. */
function digest(text: string): bigint {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995) ^ (high >>> 13);
  }
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

function distinct(digests: BigUint64Array): number {
  digests.sort();
  let count = 0;
  for (let index = 0; index < digests.length; index += 1)
    if (index === 0 || digests[index] !== digests[index - 1]) count += 1;
  return count;
}
