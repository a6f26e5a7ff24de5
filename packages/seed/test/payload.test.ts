import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { seedCustomers, seedIds, undoSeed } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { standIn } from './stand-in.ts';
import { temporaryFolder } from './temporary-folder.ts';

const own = [
  { id: 'ada', primaryAddress: { firstName: 'Ada', emails: [{ label: 'main', value: 'ada@example.com' }] } },
  { id: 'no-address', customFields: { vip: true } },
  { id: 'null', primaryAddress: null, locale: null },
  { id: 'paying', defaultPaymentInstrumentId: 'inst_1', leadSource: { source: 'letter' } },
];

test('fills an organization with your own records, and a second run writes nothing', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const payload = join(folder.path, 'own.ndjson');
  await writeFile(payload, own.map((record) => `${JSON.stringify(record)}\n`).join('\n'));
  expect(await seedCustomers({ ...api.target, payload })).toMatchObject({ records: 4, created: 4 });
  expect(await seedCustomers({ ...api.target, payload })).toMatchObject({ unchanged: 4, writes: 0 });
  expect(await Array.fromAsync(seedIds({ payload }))).toEqual(['ada', 'no-address', 'null', 'paying']);
  expect(await Array.fromAsync(seedIds({ payload, shard: { index: 2, of: 2 } }))).toEqual(['null', 'paying']);
  expect(await undoSeed({ ...api.target, payload, into: 'grave', dryRun: false })).toMatchObject({ merged: 4 });
});

test.each([
  ['{', 'line 1', 'it is not JSON. Give one JSON object on each line.'],
  [
    '{"id":"a b"}',
    'line 1',
    'id: Must be 1 to 50 ASCII letters, digits, dots and _ @ ~ -. Give an id and what CustomerInput has, except paymentToken.',
  ],
  [
    '{"id":"a"}\n\n{"id":"b","paymentToken":"t"}',
    'line 3',
    'Unrecognized key: "paymentToken". Give an id and what CustomerInput has, except paymentToken.',
  ],
  ['{"id":"a"}\n{"id":"a"}', 'line 2', 'a is the id of line 1 too. Give each record an id of its own.'],
])('a file with %j is refused before anything is sent', async (text, line, reason) => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const payload = join(folder.path, 'own.ndjson');
  await writeFile(payload, text);
  await expect(seedCustomers({ ...api.target, payload })).rejects.toThrow(
    `Failed to read ${line} of ${payload}: ${reason}`,
  );
  expect(api.requests).toEqual([]);
});

test.each(['', '\n \r\n\n', '\uFEFF'])('a file with nothing but %j is refused', async (text) => {
  await using folder = await temporaryFolder();
  const payload = join(folder.path, 'own.ndjson');
  await writeFile(payload, text);
  await expect(Array.fromAsync(seedIds({ payload }))).rejects.toThrow(
    `Failed to read ${payload}: there is no record in it. Give one JSON object on each line.`,
  );
});

test('a byte order mark at the start of a file is no part of its first record', async () => {
  await using folder = await temporaryFolder();
  const payload = join(folder.path, 'own.ndjson');
  await writeFile(payload, '\uFEFF{"id":"ada"}\n{"id":"bob"}\n');
  expect(await Array.fromAsync(seedIds({ payload }))).toEqual(['ada', 'bob']);
});

test('a file that is not there is named', async () => {
  const failure = seedCustomers({ to: 'http://127.0.0.1:1', apiKey: 'key', payload: '/no/such/file' });
  await expect(failure).rejects.toThrow(
    "Failed to read /no/such/file: ENOENT: no such file or directory, open '/no/such/file'. Name a file that can be read.",
  );
});
