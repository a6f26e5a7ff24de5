import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { customerFixtures } from '@customer-contracts/fixtures';
import { seedCustomers, undoSeed, type UndoOptions } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { collected, standIn } from './stand-in.ts';
import { temporaryFolder } from './temporary-folder.ts';

const records = { count: 60, seed: 42, duplicates: 0.2 };
const fixtures = customerFixtures({ seed: 42 });
const idOf = (index: number) => fixtures.responses.at(index).id;

/** An emulator, an empty folder for a ledger, and what undoes five customers of seed 42. */
async function five() {
  const folder = await temporaryFolder();
  const api = await standIn();
  const ledger = join(folder.path, 'ledger');
  const options = { ...api.target, count: 5, seed: 42, ledger };
  const { onEvent, ofType } = collected();
  return {
    ...api,
    options,
    seed: () => seedCustomers(options),
    undo: (more: Partial<UndoOptions> = {}) => undoSeed({ ...options, into: 'grave', dryRun: false, onEvent, ...more }),
    /** What it told of one by one, in words. */
    told: () =>
      ofType('customer')
        .filter(({ reason }) => reason !== undefined)
        .map(({ outcome, id, reason }) => `${outcome} ${id}: ${reason?.replace(/ at [^)]+/, '')}`)
        .toSorted(),
    left: async () => (await api.customers()).map(({ id }) => id).toSorted(),
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('undo is a dry run unless it is told otherwise, and changes neither the organization nor the ledger', async () => {
  await using api = await five();
  await api.seed();
  const writes = api.writes().length;
  const before = await readFile(api.options.ledger, 'utf8');
  expect(await undoSeed({ ...api.options, into: 'grave' })).toMatchObject({ merged: 5, gone: 0, writes: 0 });
  expect(api.writes()).toHaveLength(writes);
  expect(await readFile(api.options.ledger, 'utf8')).toBe(before);
});

test('undo merges what was made into one tombstone, and leaves the rest', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  await api.client.putCustomer({ id: 'ada', body: { primaryAddress: { firstName: 'Ada' } } });
  const options = { ...api.target, ...records, ledger: join(folder.path, 'ledger') };
  await seedCustomers(options);
  const undo = () => undoSeed({ ...options, into: 'grave', dryRun: false });
  expect(await undo()).toMatchObject({ records: 60, merged: 60, gone: 0, kept: 0, refused: 0, writes: 61 });
  expect((await api.customers()).map(({ id }) => id).toSorted()).toEqual(['ada', 'grave']);
  expect(await undo()).toMatchObject({ merged: 0, gone: 60, writes: 0 });
});

test('a customer that was there before is kept, whether the seed left it or wrote over it', async () => {
  await using api = await five();
  const withLeadSource = fixtures.withLeadSource();
  await api.client.putCustomer({ id: idOf(1), body: withLeadSource.inputs.at(1) });
  await api.client.putCustomer({ id: idOf(2), body: { primaryAddress: { firstName: 'Ada' } } });
  expect(await api.seed()).toMatchObject({ created: 3, replaced: 1, unchanged: 1 });
  expect(await api.undo()).toMatchObject({ merged: 3, kept: 2, refused: 0 });
  expect(api.told()).toEqual(
    [
      `kept ${idOf(1)}: it was there before the seed`,
      `kept ${idOf(2)}: it was there before the seed, which wrote over it`,
    ].toSorted(),
  );
  expect(await api.left()).toEqual(['grave', idOf(1), idOf(2)].toSorted());
});

/** What a colleague may do with a customer. */
const changes = [
  ['another city', (api, id) => api.put(id, { primaryAddress: { city: 'Elsewhere' } })],
  ['another lead source', ({ client }, id) => client.putCustomerLeadSource({ id, body: { source: 'fair' } })],
  ['no lead source', ({ client }, id) => client.deleteCustomerLeadSource({ id })],
  ['a custom field, which the seed does not write', (api, id) => api.put(id, { customFields: { vip: true } })],
  ['another customer merged into it', ({ client }, id) => client.deleteCustomer({ id: 'ada', targetCustomerId: id })],
  [
    'a change and back again',
    async (api, id) => {
      await api.put(id, { locale: 'fr-FR' });
      await api.put(id, {});
    },
  ],
] as const satisfies readonly (readonly [
  string,
  (
    api: Awaited<ReturnType<typeof standIn>> & { put: (id: string, more: object) => Promise<unknown> },
    id: string,
  ) => Promise<unknown>,
])[];

test.each(changes)('a customer that was made and got %s is refused, unless it is included', async (_, change) => {
  await using api = await five();
  await api.client.putCustomer({ id: 'ada', body: { primaryAddress: { firstName: 'Ada' } } });
  await api.seed();
  const put = async (id: string, more: object) => {
    const body = fixtures.inputs.at(1);
    return api.client.putCustomer({ id, body: { ...body, ...more } });
  };
  await change({ ...api, put }, idOf(1));
  expect(await api.undo()).toMatchObject({ merged: 4, refused: 1 });
  const { revision } = (await api.client.getCustomer({ id: idOf(1) })).body;
  expect(api.told()).toEqual([`refused ${idOf(1)}: it was changed since (revision ${revision})`]);
  expect(await api.undo({ includeChanged: [idOf(2)] })).toMatchObject({ merged: 0, gone: 4, refused: 1 });
  expect(await api.undo({ includeChanged: [idOf(1)] })).toMatchObject({ merged: 1, gone: 4, refused: 0 });
});

test('includeChanged takes all that were changed, and none that were there before', async () => {
  await using api = await five();
  await api.client.putCustomer({ id: idOf(3), body: {} });
  await api.seed();
  for (const index of [1, 2, 3]) await api.client.putCustomer({ id: idOf(index), body: {} });
  expect(await api.undo({ includeChanged: true })).toMatchObject({ merged: 4, kept: 1, refused: 0 });
});

test('what the seed made and wrote again is still what it made', async () => {
  await using api = await five();
  await api.seed();
  await api.client.putCustomer({ id: idOf(2), body: {} });
  expect(await api.seed()).toMatchObject({ replaced: 1, unchanged: 4 });
  expect(await api.undo()).toMatchObject({ merged: 5, refused: 0 });
});

test('what was taken back and made again by somebody else is not what the seed made', async () => {
  await using api = await five();
  await api.seed();
  await api.undo();
  await api.client.putCustomer({ id: idOf(2), body: fixtures.withLeadSource().inputs.at(2) });
  expect(await api.undo({ includeChanged: true })).toMatchObject({ merged: 0, gone: 4, refused: 1 });
  expect(api.told()).toEqual([`refused ${idOf(2)}: it is in no ledger`]);
  expect(await api.seed()).toMatchObject({ created: 4, unchanged: 1 });
  expect(await api.undo()).toMatchObject({ merged: 4, kept: 1 });
});

test('without a ledger undo refuses, unless it is told to go without', async () => {
  await using api = await standIn();
  const options = { ...api.target, count: 5, seed: 42, into: 'grave', dryRun: false };
  await seedCustomers({ ...api.target, count: 5, seed: 42 });
  await expect(undoSeed(options)).rejects.toMatchObject({
    name: 'SeedOptionError',
    message:
      'Failed to take the options: there is no ledger to say what the seed made. Name that of the run: --ledger FILE. If it is lost, --without-ledger takes what has their e-mail addresses.',
  });
  const emails = [{ label: 'main', value: 'ada@example.com' }];
  await api.client.putCustomer({ id: idOf(2), body: { primaryAddress: { emails } } });
  const { onEvent, ofType } = collected();
  expect(await undoSeed({ ...options, withoutLedger: true, onEvent })).toMatchObject({ merged: 4, refused: 1 });
  expect(ofType('customer').filter(({ outcome }) => outcome === 'refused')).toMatchObject([
    { id: idOf(2), reason: 'it has none of the e-mail addresses that were written' },
  ]);
});

test('a ledger and going without one contradict each other', async () => {
  const options = { to: 'http://127.0.0.1:1', apiKey: 'key', count: 5, into: 'grave' };
  await expect(undoSeed({ ...options, ledger: 'seed.ledger', withoutLedger: true })).rejects.toThrow(
    'Failed to take the options: there is a ledger, and withoutLedger. Give one of them.',
  );
});

test('a ledger that is not there, or is about something else, ends undo before anything is sent', async () => {
  await using api = await five();
  await api.seed();
  await using other = await standIn();
  const requests = api.requests.length;
  const { ledger } = api.options;
  const failure = (reason: string) => `Failed to keep the ledger ${ledger}${reason}`;
  const about = 'Name the ledger of this work, or a new file.';
  await expect(api.undo({ seed: 43 })).rejects.toThrow(failure(': it is about seed=42 locale=en-US'));
  await expect(api.undo({ seed: 43 })).rejects.toThrow(about);
  await expect(api.undo({ to: other.target.to, apiKey: other.target.apiKey })).rejects.toThrow(
    failure(`: it is about ${api.target.to}, and not about ${other.target.to}. ${about}`),
  );
  await expect(api.undo({ ledger: `${ledger}.no` })).rejects.toThrow(
    failure(`.no: ENOENT: no such file or directory, open '${ledger}.no'. Name a file that can be used.`),
  );
  expect(api.requests).toHaveLength(requests);
  expect(other.requests).toEqual([]);
});

test('the ledgers of shards are undone together, and one that is missing is told customer by customer', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const ledgers = [1, 2, 3].map((index) => join(folder.path, `shard-${index}`));
  for (const [shard, ledger] of ledgers.entries()) {
    await seedCustomers({ ...api.target, ...records, shard: { index: shard + 1, of: 3 }, ledger });
  }
  const undo = (ledger: readonly string[], dryRun = false) =>
    undoSeed({ ...api.target, ...records, ledger, into: 'grave', dryRun });
  expect(await undo(ledgers.slice(1), true)).toMatchObject({ merged: 40, refused: 20 });
  expect(await undo(ledgers)).toMatchObject({ merged: 60, refused: 0 });
  expect((await api.customers()).map(({ id }) => id)).toEqual(['grave']);
});

test('a ledger that is named twice is taken once', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const file = join(folder.path, 'ledger');
  await seedCustomers({ ...api.target, ...records, ledger: file });
  const ledger = [file, file, join(folder.path, '.', 'other', '..', 'ledger')];
  await symlink(file, `${file}.link`);
  const options = { ...api.target, ...records, ledger: [...ledger, `${file}.link`], into: 'grave' };
  expect(await undoSeed({ ...options, dryRun: false })).toMatchObject({ merged: 60 });
});

test('the ledger is beside the journal, and undo finds it there', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const journal = join(folder.path, 'journal');
  const options = { ...api.target, count: 5, seed: 42, journal };
  await seedCustomers(options);
  expect(await undoSeed({ ...options, into: 'grave', dryRun: false })).toMatchObject({ merged: 5 });
  // The journal has them as done, and the ledger doesn't.
  expect(await seedCustomers(options)).toMatchObject({ created: 5, journaled: 0 });
});

test('a write that a kill left without an answer is found again as ours, or as nobody knows whose', async () => {
  await using api = await five();
  await api.seed();
  const lines = (await readFile(api.options.ledger, 'utf8')).split('\n');
  const isAnswer = (index: number) => (line: string) => line.includes(`"index":${index},`) && line.includes('"made"');
  // Of the first three no answer was noted; the second was changed since, the third never came about.
  const cut = lines.filter((line) => ![0, 1, 2].some((index) => isAnswer(index)(line)));
  await writeFile(api.options.ledger, cut.join('\n'));
  await api.client.putCustomer({ id: idOf(1), body: { primaryAddress: { firstName: 'Ada' } } });
  await api.client.deleteCustomer({ id: idOf(2), targetCustomerId: idOf(1) });
  expect(await api.undo()).toMatchObject({ merged: 3, gone: 1, refused: 1 });
  expect(api.told()).toEqual([
    `refused ${idOf(1)}: the run that wrote it was cut off, and it is not what that run sent`,
  ]);
});

test('a write over what was there, that a kill left without an answer, makes it no customer of ours', async () => {
  await using api = await five();
  for (const index of [0, 1]) await api.client.putCustomer({ id: idOf(index), body: { locale: 'fr-FR' } });
  await api.seed();
  const lines = (await readFile(api.options.ledger, 'utf8')).split('\n');
  await writeFile(api.options.ledger, lines.filter((line) => !line.includes('"replaced"')).join('\n'));
  // Whether or not the next run has seen what came of it.
  expect(await api.undo({ dryRun: true })).toMatchObject({ merged: 3, kept: 2 });
  expect(await api.seed()).toMatchObject({ unchanged: 5 });
  expect(await api.undo()).toMatchObject({ merged: 3, kept: 2 });
});

test('the tombstone may be a customer that is there, but none of those that go, and no dots', async () => {
  await using api = await five();
  await api.seed();
  const undo = (into: string) => api.undo({ count: 4, into });
  await expect(undo(idOf(3))).rejects.toThrow(
    `Failed to take the options: into is "${idOf(3)}", which is one of the customers. Name another one, or a new one.`,
  );
  await expect(undo('..')).rejects.toThrow(
    'Failed to take the options: into is "..". Give an id: 1 to 50 ASCII letters, digits, dots and _ @ ~ -, and not dots alone.',
  );
  expect(await undo(idOf(4))).toMatchObject({ merged: 4, writes: 4 });
});

test('undo survives lost answers, and counts each customer once', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn({ faults: [{ kind: 'drop', operations: ['deleteCustomer'], probability: 0.3 }] });
  const options = { ...api.target, ...records, ledger: join(folder.path, 'ledger') };
  await seedCustomers(options);
  expect(await undoSeed({ ...options, into: 'grave', dryRun: false })).toMatchObject({ merged: 60 });
  expect((await api.customers()).map(({ id }) => id)).toEqual(['grave']);
});
