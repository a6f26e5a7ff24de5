import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { customerFixtures } from '@customer-contracts/fixtures';
import type { Customer, CustomerInput } from '@customer-contracts/schemas';
import { seedCustomers, type SeedOptions, type SeedSummary } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { collected, standIn } from './stand-in.ts';
import { temporaryFolder } from './temporary-folder.ts';

const count = 12;
const fixtures = customerFixtures({ seed: 42 }).withLeadSource();
const ids = Array.from({ length: count }, (_, index) => fixtures.responses.at(index).id);

/** Draws from a seed, so that a failure can be had again. */
function drawing(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 12)) >>> 0) / 2 ** 32;
  };
  return {
    below: (limit: number) => Math.floor(next() * limit),
    isHead: () => next() < 0.5,
  };
}

type Api = Awaited<ReturnType<typeof standIn>>;

/** What may have become of a customer before a run. */
const happenings: readonly ((api: Api, index: number) => Promise<unknown>)[] = [
  async () => {},
  // There as it should be, made by hand.
  (api, index) => put(api, index, fixtures.inputs.at(index)),
  (api, index) => put(api, index, { ...fixtures.inputs.at(index), locale: 'fr-FR' }),
  (api, index) =>
    put(api, index, { primaryAddress: { emails: [{ label: 'main', value: 'someone.else@example.com' }] } }),
  // Of another customer of the seed.
  (api, index) => put(api, index, fixtures.inputs.at((index + 1) % count)),
  (api, index) => put(api, index, {}),
  async (api, index) => {
    if (await isThere(api, index))
      await api.client.putCustomerLeadSource({ id: idOf(index), body: { source: 'fair' } });
  },
  async (api, index) => {
    if (await isThere(api, index)) await api.client.deleteCustomerLeadSource({ id: idOf(index) }).catch(() => {});
  },
  // Merged away, and another one merged into it.
  (api, index) => merge(api, idOf(index), 'grave'),
  (api, index) => merge(api, idOf((index + 1) % count), idOf(index)),
  (api) => api.client.putCustomer({ id: 'bystander', body: { locale: 'en-US' } }),
];

const idOf = (index: number) => ids[index] ?? '';
const put = (api: Api, index: number, body: CustomerInput) => api.client.putCustomer({ id: idOf(index), body });

async function isThere(api: Api, index: number): Promise<boolean> {
  return (await api.customers()).some(({ id }) => id === idOf(index));
}

async function merge(api: Api, id: string, targetCustomerId: string): Promise<void> {
  await api.client.putCustomer({ id: 'grave', body: {} });
  const there = new Set((await api.customers()).map((customer) => customer.id));
  if (there.has(id) && there.has(targetCustomerId)) await api.client.deleteCustomer({ id, targetCustomerId });
}

/** What a run has to say of each customer. */
async function outcomes(
  options: SeedOptions,
): Promise<{ readonly summary: SeedSummary; readonly told: readonly string[] }> {
  const { onEvent, ofType } = collected();
  const summary = await seedCustomers({ ...options, onEvent });
  const customers = ofType('customer').map(({ id, outcome, members = [] }) => [id, outcome, ...members].join(' '));
  const overwritten = ofType('overwrite').map(({ id, members }) => ['overwrite', id, ...members].join(' '));
  return { summary, told: [...customers, ...overwritten].toSorted() };
}

const states = Array.from({ length: 200 * testSizes.properties }, (_, seed) => seed);

test('a dry run says of every customer what the run that follows does, whatever was there before', async () => {
  const seen = new Set<string>();
  for (const seed of states) {
    await using folder = await temporaryFolder();
    await using api = await standIn();
    const draw = drawing(seed);
    const payload = join(folder.path, 'own.ndjson');
    // Some of the records can't be written.
    const lines = ids.map((id, index) => JSON.stringify({ id, ...fixtures.inputs.at(index) }));
    await writeFile(payload, lines.map((line, index) => (index % 5 === 3 ? line.slice(1) : line)).join('\n'));
    const records = draw.isHead() ? { count, seed: 42 } : { payload, rejects: join(folder.path, 'rejects') };
    const options = {
      ...api.target,
      ...records,
      ...(draw.isHead() && { journal: join(folder.path, 'journal') }),
      ...(draw.isHead() && { ledger: join(folder.path, 'ledger') }),
      keepChanged: draw.isHead(),
    };
    if (draw.isHead()) await seedCustomers({ ...options, ...('count' in records && { count: draw.below(count + 1) }) });
    for (let happened = draw.below(count); happened > 0; happened -= 1) {
      await happenings[draw.below(happenings.length)]?.(api, draw.below(count));
    }
    const before = await api.customers();
    const dry = await outcomes({ ...options, dryRun: true });
    expect(await api.customers()).toEqual(before);
    const real = await outcomes(options);
    expect([seed, { ...dry.summary, writes: 0 }, dry.told]).toEqual([seed, { ...real.summary, writes: 0 }, real.told]);
    expect(dry.summary.writes).toBe(0);
    for (const [name, number] of Object.entries(real.summary)) if (number > 0) seen.add(name);
    expect(keptOf(before, real.told)).toEqual(keptOf(await api.customers(), real.told));
  }
  // Each of them came about in some state.
  expect([...seen].toSorted()).toEqual([
    'created',
    'journaled',
    'kept',
    'reads',
    'records',
    'refused',
    'replaced',
    'unchanged',
    'writes',
  ]);
}, 300_000);

/** Those that were to be left as they are. */
function keptOf(customers: readonly Customer[], told: readonly string[]): readonly Customer[] {
  return customers.filter(({ id }) => told.some((words) => words.startsWith(`${id} kept`)));
}
