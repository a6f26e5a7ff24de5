import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { watchResponses } from '@customer-contracts/client/guard';
import { customerFixtures } from '@customer-contracts/fixtures';
import { rolldown } from 'rolldown';

import { inTurn, type Row, row } from './row.ts';

const rounds = 15;
const answers = 200;

/** What the guard adds to a page, and to each kB of an answer that is read. */
export async function guard(): Promise<Row[]> {
  const size = await bundled();
  return [
    row(
      'the guard in a page, gzipped, its promises apart | 4,096 bytes',
      'bytes',
      { ours: [size], peer: [4096] },
      { atMost: 1 },
    ),
    row(
      'a kB that is judged, beside one that is read | 50 μs',
      'μs',
      { ours: await extra(), peer: [50] },
      { atMost: 1 },
    ),
  ];
}

async function bundled(): Promise<number> {
  const input = fileURLToPath(import.meta.resolve('@customer-contracts/client/guard'));
  await using bundle = await rolldown({ input, platform: 'browser', external: [/\/promised-answers\.js$/] });
  const { output } = await bundle.generate({ minify: true });
  return gzipSync(output.map((file) => ('code' in file ? file.code : '')).join('')).length;
}

/** What each kB takes longer with the guard than without it, in μs of the processor: the guard works when nobody waits for it. */
async function extra(): Promise<readonly number[]> {
  const text = JSON.stringify(customerFixtures({ seed: 42 }).complete().responses.take(25));
  const headers = {
    'content-type': 'application/json',
    'pagination-total': '25',
    'pagination-limit': '25',
    'pagination-offset': '0',
  };
  const fetch = async (_url: string): Promise<Response> => new Response(text, { headers });
  const watched = watchResponses(fetch, {
    onDrift: (drift) => {
      throw new Error(`Failed to measure: ${JSON.stringify(drift)} was told of a sound answer. Read it.`);
    },
  });
  const timed = async (read: (url: string) => Promise<Response>): Promise<number> => {
    const start = process.cpuUsage();
    for (let count = 0; count < answers; count += 1) await (await read('https://api.rebilly.com/customers')).json();
    await watched.settled();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / answers / (text.length / 1000);
  };
  const { ours, peer } = await inTurn(
    rounds,
    () => timed(watched),
    () => timed(fetch),
  );
  const { told, bodies } = watched.counts();
  if (told > 0 || bodies !== answers * rounds)
    throw new Error(`Failed to measure: ${bodies} bodies were judged, and ${told} deviations told.`);
  return ours.map((each, index) => each - (peer[index] ?? 0));
}
