import { readFileSync } from 'node:fs';

import { customerFixtures } from '@customer-contracts/fixtures';

import { emulatorWith, temporaryDatabase } from './emulator-with.ts';
import { performanceUnder, requestsPerSecond } from './requests-per-second.ts';
import { inTurn, type Row, row } from './row.ts';
import type { ServerProcess } from './served-by.ts';

export const apiKey = 'benchmark';
export const headers = { 'REB-APIKEY': apiKey, 'content-type': 'application/json' };
export const seed = 1;
export const few = 10_000;
const rounds = 3;
export const unit = 'requests/s';

const customers = customerFixtures({ seed });
export const one = customers.responses.at(500);
export const body = JSON.stringify(customers.inputs.at(500));

/** How many customers each filter finds, whatever the size. The customers of the fixtures are of the years before. */
const planted = 100;
const person = { firstName: 'Zoltan', lastName: 'Quixworth', country: 'NZ' };

interface Work {
  readonly name: string;
  readonly path: string;
  readonly method?: 'PUT';
}

/** What costs the same however many customers there are, but for what a look-up costs. */
const works: readonly Work[] = [
  { name: 'GET a customer', path: `/customers/${one.id}` },
  { name: 'PUT a customer', path: `/customers/${one.id}`, method: 'PUT' },
  { name: 'a page of 100', path: '/customers?limit=100' },
  { name: 'filter by e-mail', path: `/customers?filter=email:${one.email ?? ''}` },
  { name: 'filter by country, 100 found', path: '/customers?limit=100&filter=primaryAddress.country:NZ' },
  { name: 'filter by a range of createdTime, 100 found', path: '/customers?filter=createdTime:2026-01-01T00:00:00Z..' },
  { name: 'q of two words, 100 found', path: '/customers?limit=100&q=zoltan+quixworth' },
];

const lookAtAll = '/customers?limit=10&filter=firstName:Ann';

/** What the emulator does with so many customers, beside one with few, and beside budgets. Both are on files. */
export async function besideSmaller(small: ServerProcess, many: number): Promise<Row[]> {
  using database = temporaryDatabase();
  const rows: Row[] = [];
  const size = `of ${many.toLocaleString('en')}`;
  {
    await using large = await emulatorWith(many, seed, apiKey, { database: database.path });
    for (const each of [small, large]) await plant(each);
    for (const work of works) rows.push(await inProportion(work, small, large, size));
    rows.push(...(await whileListed(large, size)));
  }
  rows.push(beside(`bytes of the file for each customer, ${size} | budget`, 'bytes', database.bytes() / many, 4000));
  await using again = await emulatorWith(many, seed, apiKey, { database: database.path });
  rows.push(beside(`start on a file, ${size} | budget`, 'ms', again.milliseconds, 1000));
  for (const { path, method } of works) {
    if (method === undefined) await requestsPerSecond({ url: `${again.url}${path}`, headers, amount: 1000 });
  }
  await requestsPerSecond({ url: `${again.url}${lookAtAll}`, headers, amount: 10 });
  rows.push(beside(`private memory after lists, ${size} | budget`, 'MB', megabytes(again, 'RssAnon'), 300));
  return rows;
}

/** A row whose peer is a figure that ours may reach. */
function beside(work: string, figureUnit: string, ours: number, budget: number): Row {
  return row(work, figureUnit, { ours: [ours], peer: [budget] }, { atMost: 1 });
}

/** Memory of a process, in MB: all that is resident, or what is its own alone. */
export function megabytes({ pid }: ServerProcess, figure: 'VmRSS' | 'RssAnon'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${figure}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
}

async function plant({ url }: ServerProcess): Promise<void> {
  for (let index = 0; index < planted; index += 1) {
    const request = { method: 'PUT', headers, body: JSON.stringify({ primaryAddress: person }) };
    const { status } = await fetch(`${url}/customers/planted-${index}`, request);
    if (status !== 201 && status !== 200) throw new Error(`Failed to plant a customer: the answer was ${status}.`);
  }
}

async function inProportion(
  { name, path, method }: Work,
  small: ServerProcess,
  large: ServerProcess,
  size: string,
): Promise<Row> {
  const load = { headers, ...(method === undefined ? {} : { method, body }) };
  const measure =
    ({ url }: ServerProcess) =>
    () =>
      requestsPerSecond({ ...load, url: `${url}${path}` });
  const figures = await inTurn(rounds, measure(large), measure(small));
  return row(`${name}, ${size} | of ${few.toLocaleString('en')}`, unit, figures, { atLeast: 0.5 });
}

/** What those notice who ask for one customer while others have all looked at, two at a time. */
async function whileListed({ url }: ServerProcess, size: string): Promise<Row[]> {
  const get = { url: `${url}/customers/${one.id}`, headers };
  const idle = [];
  const listed = [];
  for (let round = 0; round < rounds; round += 1) {
    idle.push(await performanceUnder(get));
    const enough = new AbortController();
    const list = async (): Promise<void> => {
      while (!enough.signal.aborted) {
        const response = await fetch(`${url}${lookAtAll}`, { headers });
        if (!response.ok) throw new Error(`Failed to look at all customers: the answer was ${response.status}.`);
        await response.arrayBuffer();
      }
    };
    const lists = [list(), list()];
    listed.push(await performanceUnder(get));
    enough.abort();
    await Promise.all(lists);
  }
  const rates = { ours: listed.map(rate), peer: idle.map(rate) };
  // It is measured in whole ms.
  const latest = { ours: listed.map(({ p99 }) => Math.max(p99, 1)), peer: idle.map(({ p99 }) => Math.max(p99, 1)) };
  return [
    row(`GET a customer, ${size}, while all are looked at | else`, unit, rates, { atLeast: 0.5 }),
    row(`p99 of that, ${size} | else`, 'ms', latest, { atMost: 10 }),
  ];
}

function rate({ requestsPerSecond: figure }: { readonly requestsPerSecond: number }): number {
  return figure;
}
