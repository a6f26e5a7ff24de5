import { readFileSync } from 'node:fs';

import { lint as lintPacts, parsePact, readPacts } from '@customer-contracts/pact-files';
import openapi from '@customer-contracts/schemas/openapi.json' with { type: 'json' };
import * as comparatorModule from '@pactflow/openapi-pact-comparator';
import Table from 'cli-table3';
import * as z from 'zod';

import { largePacts } from './large-pacts.ts';
import { lintCommand } from './lint-command.ts';
import { growth } from './lint-growth.ts';
import { inTurn, type Row, row } from './row.ts';
import { withCleanHeap } from './with-clean-heap.ts';

const interactions = 2000;
const rounds = 9;

/**
 * 2,000 interactions judged beside PactFlow's comparator; what more of everything costs; what the command takes; and which of the
 * defects seeded in our tests each finds.
 */
export async function lint(): Promise<Row[]> {
  return [...(await speed()), ...(await growth()), ...(await lintCommand()), ...(await defects())];
}

async function speed(): Promise<Row[]> {
  using pacts = largePacts(interactions);
  const ours = timed(async () => expectNothing('lint', (await lintPacts(await readPacts(pacts.files))).length));
  const comparator = newComparator();
  const peer = (comparatorOf: () => Comparator) =>
    timed(async () => {
      const own = comparatorOf();
      for (const file of pacts.files)
        expectNothing('the comparator', await objections(own, readFileSync(file, 'utf8')));
    });
  await ours();
  await peer(() => comparator)();
  const work = `${interactions} interactions of ten members`;
  return [
    row(`${work} | openapi-pact-comparator`, 'ms', await inTurn(rounds, ours, peer(newComparator)), { atMost: 0.7 }),
    row(
      `${work} | the same, its schemas compiled`,
      'ms',
      await inTurn(
        rounds,
        ours,
        peer(() => comparator),
      ),
      { atMost: 1 },
    ),
  ];
}

const Seeded = z.object({
  seededDefects: z.array(
    z.object({ name: z.string(), rule: z.string(), interactions: z.array(z.record(z.string(), z.unknown())) }),
  ),
  soundInteractions: z.array(z.record(z.string(), z.unknown())),
});

/** Each defect alone in a contract that is sound otherwise; an error or a warning finds it. */
async function defects(): Promise<Row[]> {
  const tests = new URL('../../../packages/pact-files/test/seeded-defects.ts', import.meta.url);
  const { seededDefects, soundInteractions } = Seeded.parse(await import(tests.href));
  const comparator = newComparator();
  const sound = pactOf(soundInteractions);
  expectNothing('lint', (await lintPacts([parsePact(sound, 'sound.json')])).length);
  expectNothing('the comparator', await objections(comparator, sound));
  const found: { rule: string; name: string; ours: boolean; peer: boolean }[] = [];
  for (const { rule, name, interactions: broken } of seededDefects) {
    const pact = pactOf(broken);
    const isOurs = (await lintPacts([parsePact(pact, 'defect.json')])).some((finding) => finding.rule === rule);
    found.push({ rule, name, ours: isOurs, peer: (await objections(comparator, pact)) > 0 });
  }
  const table = new Table({
    head: ['rule', 'seeded defect', 'lint', 'comparator'],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const { rule, name, ours, peer } of found) table.push([rule, name, mark(ours), mark(peer)]);
  process.stdout.write(`${table.toString()}\n`);
  const count = (who: 'ours' | 'peer') => found.filter((each) => each[who]).length;
  const counts = { ours: [count('ours')], peer: [count('peer')] };
  return [row(`of ${found.length} seeded defects found | openapi-pact-comparator`, 'defects', counts, { atLeast: 1 })];
}

/** The part of the comparator that is used. Its own declarations cannot be found by Node's rules. */
interface Comparator {
  compare(pact: unknown): AsyncIterable<{ readonly type: string }>;
}

const ComparatorModule = z.object({
  Comparator: z.custom<new (options: { readonly oas: unknown }) => Comparator>((value) => typeof value === 'function'),
});

function newComparator(): Comparator {
  const { Comparator } = ComparatorModule.parse(comparatorModule);
  return new Comparator({ oas: openapi });
}

/** How many errors and warnings the comparator has against a pact. */
async function objections(comparator: Comparator, pact: string): Promise<number> {
  let count = 0;
  for await (const { type } of comparator.compare(JSON.parse(pact))) if (type !== 'info') count += 1;
  return count;
}

function pactOf(own: readonly object[]): string {
  const pactSpecification = { version: '4.0' };
  const names = { consumer: { name: 'bench' }, provider: { name: 'rebilly-customers-api' } };
  return JSON.stringify({ ...names, interactions: own, metadata: { pactSpecification } });
}

function timed(work: () => Promise<void>): () => Promise<number> {
  return withCleanHeap(async () => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  });
}

/** What is sound has to be so for both: a false alarm is no speed. */
function expectNothing(who: string, count: number): void {
  if (count > 0)
    throw new Error(`Failed to measure: ${who} has ${count} objections against sound interactions. Read them.`);
}

function mark(isFound: boolean): string {
  return isFound ? '✔' : '–';
}
