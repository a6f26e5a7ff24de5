import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { access, appendFile, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { customerFixtures } from '@customer-contracts/fixtures';
import { seedCustomers, undoSeed } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { like } from './like.ts';
import { collected, standIn } from './stand-in.ts';
import { command, runSeed, startSeed } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const idOf = (index: number) => customerFixtures({ seed: 42 }).responses.at(index).id;

/** An emulator, and the options that seed five customers with a ledger. */
async function withLedger() {
  const folder = await temporaryFolder();
  const api = await standIn();
  const ledger = join(folder.path, 'ledger');
  return {
    ...api,
    ledger,
    options: { ...api.target, count: 5, seed: 42, ledger },
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('the ledger says what was written, over what, and what was left', async () => {
  await using api = await withLedger();
  await api.client.putCustomer({ id: idOf(0), body: { primaryAddress: { firstName: 'Ada' } } });
  await seedCustomers({ ...api.options, count: 2, concurrency: 1 });
  const lines = (await readFile(api.ledger, 'utf8')).trim().split('\n');
  const time = like.stringMatching(/^\d{4}-.*Z$/);
  const hash = like.stringMatching(/^[0-9a-f]{32}$/);
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    {
      ledger: 'customer-seed',
      version: 1,
      to: api.target.to,
      records: like.stringMatching(/^seed=42 locale=en-US lead-sources=1 duplicates=0 first=sha256:[0-9a-f]{64}$/),
    },
    { index: 0, id: idOf(0), state: 'writing', revision: 1, updatedTime: time, hash },
    { index: 0, id: idOf(0), state: 'replaced', revision: 2, updatedTime: time, hash },
    { index: 1, id: idOf(1), state: 'writing' },
    { index: 1, id: idOf(1), state: 'made', revision: 1, updatedTime: time, hash },
  ]);
});

test('a run that finds everything in place adds nothing to the ledger', async () => {
  await using api = await withLedger();
  await seedCustomers(api.options);
  const before = await readFile(api.ledger, 'utf8');
  expect(await seedCustomers(api.options)).toMatchObject({ unchanged: 5 });
  expect(await readFile(api.ledger, 'utf8')).toBe(before);
});

test('the ledger has no key, and no more of a customer than its id', async () => {
  await using api = await withLedger();
  await seedCustomers(api.options);
  const noted = await readFile(api.ledger, 'utf8');
  expect(noted).not.toContain(api.target.apiKey);
  expect(noted).not.toContain('@');
});

test('a ledger cut short anywhere is read as far as it goes, and no customer is lost or claimed', async () => {
  await using api = await withLedger();
  await seedCustomers(api.options);
  const whole = await readFile(api.ledger);
  const header = whole.indexOf('\n') + 1;
  for (const length of [0, 1, header - 1, header, header + 1, header + 90, whole.length - 100, whole.length - 1]) {
    await writeFile(api.ledger, whole.subarray(0, length));
    // Of what the ledger lost, all that is there could be anybody's.
    const { merged, refused } = await undoSeed({ ...api.options, into: 'grave' });
    expect(merged + refused).toBe(5);
    await seedCustomers(api.options);
    const lines = (await readFile(api.ledger, 'utf8')).trimEnd().split('\n');
    expect(lines.filter((line) => !/^\{.*\}$/.test(line))).toEqual([]);
    expect(await undoSeed({ ...api.options, into: 'grave' })).toMatchObject({ gone: 0, refused: 0 });
  }
});

test('what follows a torn line is read again', async () => {
  await using api = await withLedger();
  await seedCustomers({ ...api.options, count: 3 });
  await appendFile(api.ledger, '{"index":3,"id":"cus_');
  await seedCustomers(api.options);
  expect(await undoSeed({ ...api.options, into: 'grave' })).toMatchObject({ merged: 5 });
});

test.each(['my novel', 'my novel\n', '{"ledger":"another"}\n', '{}\n'.repeat(100_000), 'x'.repeat(300_000)])(
  'a file that is no ledger is refused, and left as it is: %.20s',
  async (novel) => {
    await using api = await withLedger();
    await writeFile(api.ledger, novel);
    await expect(seedCustomers(api.options)).rejects.toThrow(
      `Failed to keep the ledger ${api.ledger}: it is no ledger of customer-seed. Name another file.`,
    );
    expect(await readFile(api.ledger, 'utf8')).toBe(novel);
    expect(api.requests).toEqual([]);
  },
);

test('a line in the middle that can not be read is named', async () => {
  await using api = await withLedger();
  await seedCustomers(api.options);
  const lines = (await readFile(api.ledger, 'utf8')).split('\n');
  await writeFile(api.ledger, lines.with(3, '{"index":-1}').join('\n'));
  await expect(seedCustomers(api.options)).rejects.toThrow(
    `Failed to keep the ledger ${api.ledger}: its line 4 can't be read. Mend that line, or name another file.`,
  );
});

test('a ledger of another target, seed, locale or payload is refused by name, and nothing is sent', async () => {
  await using api = await withLedger();
  await seedCustomers(api.options);
  await using other = await standIn();
  const requests = api.requests.length;
  const payload = `${api.ledger}.ndjson`;
  await writeFile(payload, '{"id":"ada"}\n');
  const { count: _, seed: __, ...target } = api.options;
  const refusals = [
    [{ ...api.options, ...other.target }, `it is about ${api.target.to}, and not about ${other.target.to}. `],
    [{ ...api.options, seed: 43 }, /it is about seed=42 locale=en-US.*, and not about seed=43 locale=en-US/],
    [{ ...api.options, locale: 'en-GB' }, /it is about seed=42 locale=en-US.*, and not about seed=42 locale=en-GB/],
    [{ ...target, payload }, /it is about seed=42 locale=en-US.*, and not about payload=sha256:/],
  ] as const;
  for (const [options, reason] of refusals) {
    await expect(seedCustomers(options)).rejects.toThrow(reason);
    await expect(seedCustomers(options)).rejects.toThrow('Name the ledger of this work, or a new file.');
  }
  expect(api.requests).toHaveLength(requests);
  expect(other.requests).toEqual([]);
});

test('a full disk ends the run, and what could not be noted is not sent', async () => {
  await using api = await withLedger();
  const flags = `--to ${api.target.to} --count 500 --ledger ${api.ledger}`;
  // A limit of 2048 bytes for a file stands for the end of the disk.
  const shell = `ulimit -f 4; exec "${process.execPath}" "${command}" ${flags}`;
  const child = spawn('sh', ['-c', shell], { env: { CUSTOMERS_API_KEY: api.target.apiKey }, stdio: 'pipe' });
  const stderr = await text(child.stderr);
  expect(stderr).toContain(
    `error: Failed to keep the ledger ${api.ledger}: EFBIG: file too large, write. Name a file that can be used.\n`,
  );
  // What it could not note, it did not send.
  const noted = (await readFile(api.ledger, 'utf8')).split('\n').filter((line) => line.includes('"writing"'));
  expect(api.writes().length).toBeLessThanOrEqual(noted.length);
  expect(noted.length).toBeLessThan(30);
});

test.each(['ledger', 'journal'])('a %s that is no file is refused, and nothing is made beside it', async (kind) => {
  await using api = await withLedger();
  const options = { ...api.target, count: 5, seed: 42, ledger: api.ledger, [kind]: '/dev/full' };
  await expect(seedCustomers(options)).rejects.toThrow(
    `Failed to keep the ${kind} /dev/full: it is no file that keeps. `,
  );
  await expect(access('/dev/full.lock')).rejects.toThrow('ENOENT');
  expect(api.requests).toEqual([]);
});

test.each(['journal', 'ledger'] as const)(
  'two runs at once on one %s: the second is refused, whichever way it runs',
  async (kind) => {
    await using api = await withLedger();
    const file = `${api.ledger}.held`;
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    const { promise: goOn, resolve: release } = Promise.withResolvers<void>();
    const confirm = async () => {
      resolve();
      await goOn;
      return true;
    };
    const options = { ...api.target, count: 5, seed: 42, [kind]: file };
    const first = seedCustomers({ ...options, confirm });
    await reached;
    const held = kind === 'journal' ? `${file}.ledger` : file;
    const message = new RegExp(
      `Failed to keep the ledger ${held}: another run uses it \\(process ${process.pid} on .+, since .+Z\\)\\. Wait for it, or give each run a file of its own\\.`,
    );
    await expect(seedCustomers(options)).rejects.toThrow(message);
    await symlink(held, `${held}.link`);
    const alias = { ...api.target, count: 5, seed: 42, ledger: `${held}.link` };
    await expect(seedCustomers(alias)).rejects.toThrow('another run uses it');
    const flags = ['--to', api.target.to, '--count', '5', '--seed', '42', `--${kind}`, file];
    const { stderr, code } = await runSeed(flags, { CUSTOMERS_API_KEY: api.target.apiKey });
    expect(stderr).toMatch(message);
    expect(code).toBe(1);
    // A dry run writes nothing, and so may look.
    expect(await seedCustomers({ ...options, dryRun: true })).toMatchObject({ created: 5 });
    release();
    expect(await first).toMatchObject({ created: 5 });
    expect(await seedCustomers(options)).toMatchObject({ created: 0 });
  },
);

test('two runs on one journal with ledgers of their own: the second is refused', async () => {
  await using api = await withLedger();
  const options = { ...api.options, journal: `${api.ledger}.journal` };
  const { promise: refusal, resolve } = Promise.withResolvers<unknown>();
  const confirm = async () => {
    resolve(await seedCustomers({ ...options, ledger: `${api.ledger}.2` }).catch((error: unknown) => error));
    return true;
  };
  await seedCustomers({ ...options, confirm });
  expect(await refusal).toMatchObject({
    name: 'JournalError',
    message: like.stringMatching(/another run uses it \(.+\)\. Wait for it, or give each run a journal of its own\.$/),
  });
});

test('a run that was killed holds nothing', async () => {
  await using api = await withLedger();
  const flags = ['--to', api.target.to, '--count', '5', '--seed', '42', '--ledger', api.ledger];
  const environment = { CUSTOMERS_API_KEY: api.target.apiKey };
  const { child, ended } = startSeed([...flags, '--json'], environment);
  child.stdout.once('data', () => child.kill('SIGKILL'));
  expect(await ended).toMatchObject({ signal: 'SIGKILL' });
  expect(await runSeed(flags, environment)).toMatchObject({ code: 0 });
});

test('what somebody else changed is told before it is written over, and kept with keepChanged', async () => {
  await using api = await withLedger();
  await seedCustomers(api.options);
  await api.client.putCustomer({ id: idOf(3), body: { locale: 'fr-FR' } });
  const { onEvent, ofType } = collected();
  expect(await seedCustomers({ ...api.options, onEvent, keepChanged: true })).toMatchObject({ kept: 1, unchanged: 4 });
  expect(ofType('overwrite')).toEqual([]);
  expect(ofType('customer').find(({ outcome }) => outcome === 'kept')?.members).toContain('locale');
  expect((await api.client.getCustomer({ id: idOf(3) })).body).toMatchObject({ locale: 'fr-FR', revision: 2 });
  let revision: number | undefined;
  const told = api.writes().length;
  await seedCustomers({
    ...api.options,
    onEvent: (event) => {
      if (event.type !== 'overwrite') return;
      ({ revision } = event);
      expect(event).toMatchObject({ id: idOf(3), members: like.arrayContaining(['locale']) });
      expect(api.writes()).toHaveLength(told);
    },
  });
  expect(revision).toBe(2);
  expect((await api.client.getCustomer({ id: idOf(3) })).body).toMatchObject({ revision: 3 });
});

test('without a ledger whatever is there and different may be somebody else s work', async () => {
  await using api = await withLedger();
  const { ledger: _, ...options } = api.options;
  await seedCustomers(options);
  await api.client.putCustomer({ id: idOf(3), body: {} });
  expect(await seedCustomers({ ...options, keepChanged: true })).toMatchObject({ kept: 1, unchanged: 4, writes: 0 });
});

test('one file has one task', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const file = join(folder.path, 'file');
  const customers = { ...api.target, count: 5, seed: 42 };
  const refusal = (option: string, other: string) =>
    `Failed to take the options: ${option} is "${file}", which is the ${other} too. Give each a file of its own.`;
  await expect(seedCustomers({ ...customers, journal: file, ledger: file })).rejects.toThrow(
    refusal('ledger', 'journal'),
  );
  await expect(seedCustomers({ ...customers, rejects: file, ledger: file })).rejects.toThrow(
    refusal('rejects', 'ledger'),
  );
  const { count: _, ...target } = customers;
  await expect(seedCustomers({ ...target, payload: file, rejects: file })).rejects.toThrow(
    refusal('rejects', 'payload'),
  );
  expect(readdirSync(folder.path)).toEqual([]);
});

test('what stands behind a line that no ledger has is not cut off', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const ledger = join(folder.path, 'ledger');
  const options = { ...api.target, count: 5, seed: 42, ledger };
  await seedCustomers(options);
  const text = await readFile(ledger, 'utf8');
  const lines = text.split('\n');
  const broken = [...lines.slice(0, 3), '\0'.repeat(100_000), ...lines.slice(3)].join('\n');
  await writeFile(ledger, broken);
  await expect(seedCustomers(options)).rejects.toMatchObject({ name: 'LedgerError' });
  expect(await readFile(ledger, 'utf8')).toBe(broken);
});
