import { setTimeout as sleep } from 'node:timers/promises';

import { apiKey, body, few, headers, one, seed, unit } from './emulator-sizes.ts';
import { emulatorWith, temporaryDatabase } from './emulator-with.ts';
import { requestsPerSecond } from './requests-per-second.ts';
import { inTurn, type Row, row } from './row.ts';
import type { ServerProcess } from './served-by.ts';

const rounds = 5;

/** How long nobody restores anything, in ms: meanwhile the copy for the next time is made. */
const pause = 3000;

/** What it costs that requests and events are written down, beside an emulator that does neither; and how long it takes to go back. */
export async function workplace(many: number): Promise<Row[]> {
  using database = temporaryDatabase();
  using otherDatabase = temporaryDatabase();
  const rows: Row[] = [];
  {
    await using ours = await emulatorWith(few, seed, apiKey, { database: database.path });
    await using peer = await emulatorWith(few, seed, apiKey, { database: otherDatabase.path, flags: ['--no-admin'] });
    const get = await inTurn(rounds, rate(ours, 'GET'), rate(peer, 'GET'));
    const put = await inTurn(rounds, rate(ours, 'PUT'), rate(peer, 'PUT'));
    rows.push(row('GET a customer, requests and events kept | not kept', unit, get, { atLeast: 0.95 }));
    rows.push(row('PUT a customer, requests and events kept | not kept', unit, put, { atLeast: 0.8 }));
  }
  using large = temporaryDatabase();
  const size = many.toLocaleString('en');
  for (const [place, options] of [
    ['on a file', { database: large.path }],
    ['in memory', {}],
  ] as const) {
    await using emulator = await emulatorWith(many, seed, apiKey, options);
    const ours = await restoring(emulator);
    rows.push(row(`restore ${size} customers, ${place} | budget`, 'ms', { ours, peer: [300] }, { atMost: 1 }));
  }
  return rows;
}

function rate({ url }: ServerProcess, method: 'GET' | 'PUT'): () => Promise<number> {
  return () =>
    requestsPerSecond({ url: `${url}/customers/${one.id}`, headers, method, ...(method === 'PUT' && { body }) });
}

/** How long each of several restores took, in ms, all of them behind some writes. */
async function restoring({ url }: ServerProcess): Promise<number[]> {
  const post = async (path: string, sent: object) => {
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(sent) });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`Failed to ask ${path}: the answer was ${response.status}.`);
  };
  await post('/_snapshots', { name: 'full' });
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let count = 0; count < 100; count += 1) await post('/customers', {});
    await sleep(pause);
    const start = performance.now();
    await post('/_snapshots/full/restore', {});
    taken.push(performance.now() - start);
  }
  return taken;
}
