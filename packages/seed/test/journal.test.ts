import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { customerFixtures } from '@customer-contracts/fixtures';
import { seedCustomers } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { collected, standIn } from './stand-in.ts';
import { command } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

function* seedIdsOf(count: number): Generator<string, void, undefined> {
  const { responses } = customerFixtures({ seed: 42 });
  for (let index = 0; index < count; index += 1) yield responses.at(index).id;
}

test('a journal saves the reading of what is done, but for one look at fifty of them', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const options = { ...api.target, count: 80, seed: 42, journal: join(folder.path, 'journal') };
  await seedCustomers(options);
  const requests = api.requests.length;
  expect(await seedCustomers(options)).toMatchObject({ journaled: 80, reads: 1, writes: 0 });
  expect(api.requests).toHaveLength(requests + 1);
  expect(await seedCustomers({ ...options, count: 100 })).toMatchObject({ journaled: 80, created: 20, reads: 2 });
  const [, states] = (await readFile(options.journal, 'utf8')).split('\n');
  expect(states).toBe('+'.repeat(100));
});

test('the journal of an interrupted run has what was done, and never more', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const journal = join(folder.path, 'journal');
  const stop = new AbortController();
  let done = 0;
  const onEvent = ({ type }: { type: string }) => {
    if (type === 'customer' && (done += 1) === 30) stop.abort();
  };
  const options = { ...api.target, count: 80, seed: 42, journal };
  await expect(seedCustomers({ ...options, onEvent, signal: stop.signal })).rejects.toThrow('interrupted');
  expect(await seedCustomers(options)).toMatchObject({ journaled: done, created: 80 - done, unchanged: 0 });
});

test('a journal that was cut short is completed', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const options = { ...api.target, count: 80, seed: 42, journal: join(folder.path, 'journal') };
  await seedCustomers(options);
  const { length } = await readFile(options.journal);
  await truncate(options.journal, length - 60);
  expect(await seedCustomers(options)).toMatchObject({ journaled: 20, unchanged: 60, writes: 0 });
  await truncate(options.journal, 30);
  expect(await seedCustomers(options)).toMatchObject({ journaled: 0, unchanged: 80, writes: 0 });
});

test.each(['all', 'some'])('a journal is not believed when %s of what it has as done is gone', async (how) => {
  await using folder = await temporaryFolder();
  await using first = await standIn();
  const journal = join(folder.path, 'journal');
  const options = { ...first.target, count: 30, seed: 42, journal };
  await seedCustomers(options);
  const gone = [...seedIdsOf(30)].slice(0, how === 'all' ? 30 : 3);
  await first.client.putCustomer({ id: 'grave', body: {} });
  for (const id of gone) await first.client.deleteCustomer({ id, targetCustomerId: 'grave' });
  for (const dryRun of [true, false]) {
    const { onEvent, ofType } = collected();
    expect(await seedCustomers({ ...options, dryRun, onEvent })).toMatchObject({
      journaled: 0,
      created: gone.length,
      unchanged: 30 - gone.length,
    });
    expect(ofType('distrust')).toEqual([{ type: 'distrust', missing: gone }]);
  }
  expect(await seedCustomers(options)).toMatchObject({ journaled: 30, created: 0 });
});

test('a journal whose ledger is lost is not believed', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const journal = join(folder.path, 'journal');
  const options = { ...api.target, count: 30, seed: 42, journal };
  await seedCustomers(options);
  await rm(`${journal}.ledger`);
  expect(await seedCustomers(options)).toMatchObject({ journaled: 0, unchanged: 30 });
});

test('a dry run goes by the journal, and changes neither it nor the ledger, nor makes them', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const journal = join(folder.path, 'journal');
  const options = { ...api.target, count: 30, seed: 42, journal };
  await seedCustomers({ ...options, dryRun: true });
  expect(await readdir(folder.path)).toEqual([]);
  await seedCustomers(options);
  const files = await Promise.all([readFile(journal), readFile(`${journal}.ledger`)]);
  expect(await seedCustomers({ ...options, count: 40, dryRun: true })).toMatchObject({ journaled: 30, created: 10 });
  expect(await Promise.all([readFile(journal), readFile(`${journal}.ledger`)])).toEqual(files);
});

test('a journal of other work is refused, and nothing is sent', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const journal = join(folder.path, 'journal');
  const ledger = join(folder.path, 'ledger');
  await seedCustomers({ ...api.target, count: 5, seed: 42, journal, ledger });
  const requests = api.requests.length;
  const message = `Failed to keep the journal ${journal}: it is that of other work, or no journal. Name another file for this work, or delete that one.`;
  for (const other of [
    { seed: 43 },
    { locale: 'en-GB' },
    { leadSources: 0 },
    { shard: { index: 2, of: 2 } },
  ] as const) {
    const another = { ledger: `${ledger}.new`, ...other };
    await expect(seedCustomers({ ...api.target, count: 5, seed: 42, journal, ...another })).rejects.toThrow(message);
    await rm(another.ledger);
  }
  await writeFile(journal, 'my novel');
  await expect(seedCustomers({ ...api.target, count: 5, seed: 42, journal })).rejects.toThrow(message);
  expect(await readFile(journal, 'utf8')).toBe('my novel');
  expect(api.requests).toHaveLength(requests);
});

test('a journal that cannot be written stops it before the first request', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const failure = seedCustomers({ ...api.target, count: 5, seed: 42, journal: folder.path });
  await expect(failure).rejects.toThrow(
    `Failed to keep the journal ${folder.path}: EISDIR: illegal operation on a directory, open '${folder.path}'. Name a file on a disk with room, or go without a journal.`,
  );
  expect(api.requests).toEqual([]);
});

test('a disk that is full stops it before the first request', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const journal = join(folder.path, 'journal');
  const flags = `--to ${api.target.to} --count 5000 --journal ${journal}`;
  // A limit of 2048 bytes for a file stands for the end of the disk.
  const shell = `ulimit -f 4; exec "${process.execPath}" "${command}" ${flags}`;
  const child = spawn('sh', ['-c', shell], { env: { CUSTOMERS_API_KEY: api.target.apiKey } });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)));
  await once(child, 'close');
  expect(stderr).toBe(
    `error: Failed to keep the journal ${journal}: EFBIG: file too large, write. Name a file on a disk with room, or go without a journal.\n`,
  );
  expect(child.exitCode).toBe(1);
  expect(api.requests).toEqual([]);
});

test('the journal has no key', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const journal = join(folder.path, 'journal');
  await seedCustomers({ ...api.target, count: 5, seed: 42, journal });
  expect(await readFile(journal, 'utf8')).not.toContain(api.target.apiKey);
});
