import { appendFile, readFile, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { PayloadError, seedCustomers, seedIds, type SeedOptions, undoSeed, verifySeed } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { before } from './before.ts';
import { like } from './like.ts';
import { standIn } from './stand-in.ts';
import { temporaryFolder } from './temporary-folder.ts';

const own = [
  { id: 'ada', primaryAddress: { firstName: 'Ada', emails: [{ label: 'main', value: 'ada@example.com' }] } },
  { id: 'no-address', customFields: { vip: true } },
  { id: 'null', primaryAddress: null, locale: null },
  { id: 'paying', defaultPaymentInstrumentId: 'inst_1', leadSource: { source: 'letter' } },
];

/** An emulator, and a payload with this in it. */
async function withPayload(content: string | Uint8Array) {
  const folder = await temporaryFolder();
  const api = await standIn();
  const payload = join(folder.path, 'own.ndjson');
  await writeFile(payload, content);
  const options = { ...api.target, payload };
  return {
    ...api,
    path: (name: string) => join(folder.path, name),
    payload,
    options,
    seed: (more: Partial<SeedOptions> = {}) => seedCustomers({ ...options, ...more }),
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const lines = (records: readonly object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `own-${index}`, locale: 'en-GB' }));

test('fills an organization with your own records, and a second run writes nothing', async () => {
  await using api = await withPayload(own.map((record) => `${JSON.stringify(record)}\n`).join('\n'));
  const { options, payload } = api;
  const ledger = api.path('ledger');
  expect(await api.seed({ ledger })).toMatchObject({ records: 4, created: 4 });
  expect(await api.seed({ ledger })).toMatchObject({ unchanged: 4, writes: 0 });
  expect(await Array.fromAsync(seedIds({ payload }))).toEqual(['ada', 'no-address', 'null', 'paying']);
  expect(await Array.fromAsync(seedIds({ payload, shard: { index: 2, of: 2 } }))).toEqual(['null', 'paying']);
  expect(await undoSeed({ ...options, ledger, into: 'grave', dryRun: false })).toMatchObject({ merged: 4 });
});

const tooLong = `{"id":"a","customFields":{"x":"${'x'.repeat(1_000_000)}"}}`;
const dots = 'id: Must not be dots alone, which a URL drops';
const inexact = (number: string) => `${number} is a number that JSON's readers don't keep exactly`;

/** Lines that can't be written, and why. */
const bad: readonly (readonly [line: string | Uint8Array, reason: string])[] = [
  ['{', 'it is not JSON'],
  ['{"id":"a"} {"id":"b"}', 'it is not JSON'],
  ['{"id":"a"}\r{"id":"b"}', 'it is not JSON'],
  ['null', 'Invalid input: expected object, received null'],
  ['[]', 'Invalid input: expected object, received array'],
  ['{}', 'id: Invalid input: expected string, received undefined'],
  ['{"id":7}', 'id: Invalid input: expected string, received number'],
  ['{"id":""}', 'id: Must be 1 to 50 ASCII letters, digits, dots and _ @ ~ -'],
  ['{"id":"a b"}', 'id: Must be 1 to 50 ASCII letters, digits, dots and _ @ ~ -'],
  ['{"id":"a/b"}', 'id: Must be 1 to 50 ASCII letters, digits, dots and _ @ ~ -'],
  ['{"id":"."}', dots],
  ['{"id":".."}', dots],
  ['{"id":"a","paymentToken":"t"}', 'Unrecognized key: "paymentToken"'],
  ['{"id":"a","\\u001b[31mred":1}', 'Unrecognized key: "\\u{1b}[31mred"'],
  ['{"id":"a","customFields":{"n":12345678901234567890}}', `customFields.n: ${inexact('12345678901234567890')}`],
  ['{"id":"a","customFields":{"n":9007199254740993}}', `customFields.n: ${inexact('9007199254740993')}`],
  [
    '{"id":"a","customFields":{"n":[1,0.12345678901234567890]}}',
    `customFields.n.1: ${inexact('0.12345678901234567890')}`,
  ],
  ['{"id":"a","customFields":{"n":1e400}}', `customFields.n: ${inexact('1e400')}`],
  ['{"id":"a","customFields":{"n":1e-400}}', `customFields.n: ${inexact('1e-400')}`],
  ['{"id":"a","__proto__":{"locale":"en"}}', '__proto__: a member of this name is lost on the way'],
  [
    '{"id":"a","customFields":{"\\u005f_proto__":1}}',
    'customFields.__proto__: a member of this name is lost on the way',
  ],
  ['{"id":"a","id":"b"}', 'id: there are two members of this name'],
  ['{"id":"a","customFields":{"x":{"y":1,"\\u0079":2}}}', 'customFields.x.y: there are two members of this name'],
  ['{"id":"a","customFields":{"x":"\\ud800"}}', 'customFields.x: half of a surrogate pair has no form in UTF-8'],
  [`{"id":"a","customFields":{"x":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`, 'it is nested deeper than 100'],
  [tooLong, 'it is longer than 1000000 bytes'],
  [Buffer.from('{"id":"a","customFields":{"x":"Jos\u00e9"}}', 'latin1'), 'it is not UTF-8: byte 35 is 0xe9'],
  [Buffer.from([...Buffer.from('{"id":"a","locale":"€'), 0xed, 0xa0, 0x80]), 'it is not UTF-8: byte 24 is 0xed'],
  [
    `{"id":"a",${Array.from({ length: 2000 }, (_, index) => `"x${index}":1`).join(',')}}`,
    `Unrecognized keys: ${Array.from({ length: 2000 }, (_, index) => `"x${index}"`)
      .join(', ')
      .slice(0, 481)}...`,
  ],
  ['{"id":"ada"}', 'ada is the id of line 1 too'],
];

/** Stands before the API, and refuses to write one customer. */
const refusing = (to: string, id: string, status: number) => {
  const body = { type: 'about:blank', status, title: 'Refused', detail: 'It breaks \u001b[31ma rule.' };
  return before(to, (method, url) =>
    method === 'PUT' && url.endsWith(`/customers/${id}`) ? { status, body } : undefined,
  );
};

/** A payload with all of them between good ones, and the numbers of their lines. */
function badPayload() {
  const parts: (string | Uint8Array)[] = ['{"id":"ada"}\n'];
  const reasons = bad.map(([line, reason], index) => {
    parts.push(line, '\n', `{"id":"good-${index}"}\n`);
    return { line: 2 * index + 2, reason };
  });
  return { content: Buffer.concat(parts.map((part) => Buffer.from(part))), reasons };
}

test('every record that can not be written is known before anything is sent, with its line and the reason', async () => {
  const { content, reasons } = badPayload();
  await using api = await withPayload(content);
  const told = reasons.map(({ line, reason }) => `\n  line ${line}: ${reason}`).join('');
  const failure = await api.seed().catch((error: unknown) => error);
  expect(failure).toMatchObject({
    name: 'PayloadError',
    message: `Failed to read ${api.payload}: ${bad.length} of its ${2 * bad.length + 1} records can't be written:${told}\nMend them, or go on without them: --rejects FILE.`,
    problems: reasons,
  });
  expect(api.requests).toEqual([]);
});

test('with a file of rejects the run goes on without them, and writes them there', async () => {
  const { content, reasons } = badPayload();
  await using api = await withPayload(content);
  const rejects = api.path('rejects.ndjson');
  const good = bad.length + 1;
  const expected = { records: good + bad.length, refused: bad.length };
  expect(await api.seed({ rejects, dryRun: true })).toMatchObject({ ...expected, created: good });
  await expect(readFile(rejects)).rejects.toThrow('ENOENT');
  expect(await api.seed({ rejects })).toMatchObject({ ...expected, created: good, unchanged: 0 });
  const written = async () =>
    (await readFile(rejects, 'utf8'))
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  expect(await written()).toMatchObject(
    reasons.map(({ line, reason }) => ({ place: `${api.payload} line ${line}`, reason })),
  );
  for (const [index, reject] of (await written()).entries()) {
    const [line] = bad[index] ?? [];
    if (line === tooLong) continue;
    expect(reject).toMatchObject(
      typeof line === 'string' ? { text: line } : { base64: Buffer.from(line ?? '').toString('base64') },
    );
  }
  // The same records again begin the file anew.
  expect(await api.seed({ rejects })).toMatchObject({ ...expected, unchanged: good });
  expect(await written()).toHaveLength(bad.length);
  expect(await verifySeed(api.options)).toMatchObject({ unchanged: good, missing: bad.length, changed: 0 });
  const undo = { ...api.options, withoutLedger: true, into: 'grave' };
  expect(await undoSeed(undo)).toMatchObject({ merged: good, gone: bad.length });
});

test.each([400, 409, 413, 422])(
  'a record that the API refuses with %i ends in the file of rejects, too, and the rest goes on',
  async (status) => {
    await using api = await withPayload(lines([...numbered(60), { id: 'refused' }, { id: 'last' }]));
    await using proxy = await refusing(api.target.to, 'refused', status);
    const rejects = api.path('rejects.ndjson');
    const { to } = proxy;
    await expect(api.seed({ to })).rejects.toThrow(/own\.ndjson line 61: Failed to write the customer refused\./);
    const { created, unchanged, ...summary } = await api.seed({ to, rejects });
    expect(created + unchanged).toBe(61);
    expect(summary).toMatchObject({ records: 62, refused: 1 });
    const [reject, ...more] = (await readFile(rejects, 'utf8')).trim().split('\n');
    expect(more).toEqual([]);
    expect(JSON.parse(reject ?? '')).toMatchObject({
      place: `${api.payload} line 61`,
      id: 'refused',
      reason: like.stringContaining(String(status)),
      text: '{"id":"refused"}',
    });
    expect(reject).not.toContain('\\u001b');
  },
);

test.each([401, 403])('a refusal of %i is about the caller, and ends the run all the same', async (status) => {
  await using api = await withPayload(lines([{ id: 'refused' }]));
  await using proxy = await refusing(api.target.to, 'refused', status);
  const failure = api.seed({ to: proxy.to, rejects: api.path('rejects') });
  await expect(failure).rejects.toMatchObject({ name: 'RequestFailedError' });
});

test('the shards of a payload have its bad lines once', async () => {
  const { content } = badPayload();
  await using api = await withPayload(content);
  let refused = 0;
  for (const index of [1, 2, 3]) {
    refused += (await api.seed({ rejects: api.path(`rejects-${index}`), shard: { index, of: 3 } })).refused;
  }
  expect(refused).toBe(bad.length);
  await expect(api.seed({ rejects: api.path('rejects-1'), shard: { index: 2, of: 3 } })).rejects.toThrow(
    `Failed to write the rejects to ${api.path('rejects-1')}: there is something else in it. Name a new file.`,
  );
});

test.each(['my novel\n', '{"records":"others"}\n'])(
  'a file of rejects with %j in it is not written over',
  async (novel) => {
    await using api = await withPayload(lines(own));
    const rejects = api.path('rejects');
    await writeFile(rejects, novel);
    await expect(api.seed({ rejects })).rejects.toMatchObject({
      name: 'RejectsError',
      message: `Failed to write the rejects to ${rejects}: there is something else in it. Name a new file.`,
    });
    expect(await readFile(rejects, 'utf8')).toBe(novel);
    expect(api.requests).toEqual([]);
  },
);

test('rejects that can not be written end the run', async () => {
  await using api = await withPayload('{\n{"id":"ada"}\n');
  await expect(api.seed({ rejects: '/dev/full' })).rejects.toThrow(
    'Failed to write the rejects to /dev/full: ENOSPC: no space left on device, write. Name a file that can be written.',
  );
});

test.each(['', '\n \r\n\t\n', '\uFEFF', '\uFEFF\r\n'])('a file with nothing but %j is refused', async (content) => {
  await using api = await withPayload(content);
  await expect(Array.fromAsync(seedIds({ payload: api.payload }))).rejects.toThrow(
    `Failed to read ${api.payload}: there is no record in it. Give one JSON object on each line.`,
  );
});

test.each([
  ['utf16le', Buffer.from('\uFEFF{"id":"ada"}\n', 'utf16le')],
  ['utf16be', Buffer.from('\uFEFF{"id":"ada"}\n', 'utf16le').swap16()],
  ['utf16le without a mark', Buffer.from('{"id":"ada"}\n', 'utf16le')],
  ['utf16be without a mark', Buffer.from('{"id":"ada"}\n', 'utf16le').swap16()],
])('%s is named', async (_, content) => {
  await using api = await withPayload(content);
  await expect(api.seed({ rejects: api.path('rejects') })).rejects.toThrow(
    `Failed to read ${api.payload}: it is UTF-16. Save it as UTF-8.`,
  );
});

test.each([
  ['a byte order mark', '\uFEFF{"id":"ada"}\n{"id":"bob"}\n'],
  ['files one after the other, each with its mark', '\uFEFF{"id":"ada"}\n\uFEFF{"id":"bob"}\n'],
  ['CRLF', '{"id":"ada"}\r\n\r\n{"id":"bob"}\r\n'],
  ['no line feed at the end', '{"id":"ada"}\n{"id":"bob"}'],
  ['white space round', ' {"id":"ada"} \t\r\n\n\t{"id":"bob"}\n\n'],
])('%s is right', async (_, content) => {
  await using api = await withPayload(content);
  expect(await Array.fromAsync(seedIds({ payload: api.payload }))).toEqual(['ada', 'bob']);
});

test('what text can hold is stored as it is, and found unchanged', async () => {
  const customFields = {
    text: 'a\u2028b\u2029c\u0085d\u0000\uFEFF\u{1F980}',
    zero: 0,
    numbers: [1.1, 1e21, 5e-324, -7, 2 ** 53 - 1],
  };
  const long = { id: 'long', customFields: { text: 'é'.repeat(499_000) } };
  const written = JSON.stringify({ id: 'odd', customFields })
    .replace('1.1', '1.10')
    .replace('"zero":0', '"zero":-0.0e5');
  await using api = await withPayload(`${written}\n${lines([long])}`);
  expect(await api.seed()).toMatchObject({ created: 2 });
  expect((await api.client.getCustomer({ id: 'odd' })).body.customFields).toEqual(customFields);
  expect(await api.seed()).toMatchObject({ unchanged: 2 });
});

test('ids that no filter can hold, and addresses that overflow a URL, are looked up all the same', async () => {
  const address = (index: number) => `${'x'.repeat(60)}${index}@${'y'.repeat(60)}.${'z'.repeat(60)}.example.com`;
  const odd = ['a..b', '@ada', '...', '~', 'Case', 'case', `${'@-~.'.repeat(12)}_`];
  const addressed = Array.from({ length: 50 }, (_, index) => ({
    id: `${'@'.repeat(40)}-${index}`.slice(-50).replace(/^@/, 'a'),
    primaryAddress: { emails: [{ label: 'main', value: address(index) }] },
  }));
  await using api = await withPayload(lines([...odd.map((id) => ({ id })), ...addressed]));
  expect(await api.seed()).toMatchObject({ created: 57 });
  expect(await api.seed()).toMatchObject({ unchanged: 57, writes: 0 });
  expect(await verifySeed(api.options)).toMatchObject({ unchanged: 57, missing: 0, extra: 0 });
  for (const { target } of api.requests) expect(target.length).toBeLessThan(4000);
});

test('a file that is not there, or is a folder, is named', async () => {
  const failure = (payload: string) => seedCustomers({ to: 'http://127.0.0.1:1', apiKey: 'key', payload });
  await expect(failure('/no/such/file')).rejects.toThrow(
    "Failed to read /no/such/file: ENOENT: no such file or directory, stat '/no/such/file'. Name a file that can be read.",
  );
  await expect(failure('/')).rejects.toThrow('Failed to read /: it is a directory. Name a file that can be read.');
});

const keepStill = 'Run it again with a file that stays as it is.';
const lineChanged = `Failed to read F: its line N has changed since it was read. ${keepStill}`;
const fileChanged = `Failed to read F: it has changed since the run began, which went by what it held then. ${keepStill}`;

/** What becomes of the file while it is used, and what the run ends with. */
const meanwhile: readonly (readonly [string, (payload: string) => Promise<unknown>, ending: string])[] = [
  ['it is shortened', (payload) => truncate(payload, 300), lineChanged],
  ['it is emptied', (payload) => truncate(payload), lineChanged],
  [
    'a record is changed, in its length',
    async (payload) => writeFile(payload, (await readFile(payload, 'utf8')).replaceAll('en-GB', 'fr-FR')),
    lineChanged,
  ],
  ['a record is added', (payload) => appendFile(payload, '{"id":"late"}\n'), fileChanged],
  [
    'another file takes its place',
    async (payload) => {
      await writeFile(`${payload}.new`, '{"id":"other"}\n');
      await rename(`${payload}.new`, payload);
    },
    fileChanged,
  ],
  ['it is touched', (payload) => utimes(payload, 1, 1), '300 created'],
  ['it is deleted', (payload) => rm(payload), '300 created'],
];

test.each(meanwhile)('when %s, no record is lost or changed without a word', async (_, change, expected) => {
  await using api = await withPayload(lines(numbered(300)));
  const confirm = async () => {
    await change(api.payload);
    return true;
  };
  const outcome = await api.seed({ confirm }).then(
    ({ created }) => `${created} created`,
    (error: unknown) =>
      error instanceof PayloadError ? error.message.replace(api.payload, 'F').replace(/line \d+/, 'line N') : error,
  );
  expect(outcome).toEqual(expected);
  for (const { locale } of await api.customers()) expect(locale).toBe('en-GB');
});

test('an interruption is heard while a payload is read', async () => {
  await using api = await withPayload(lines(numbered(20_000)));
  const stop = new AbortController();
  setImmediate(() => stop.abort());
  await expect(api.seed({ signal: stop.signal })).rejects.toMatchObject({ name: 'InterruptedError', records: 0 });
});

test('a dry run says that the file of rejects holds something else, as the run would', async () => {
  await using api = await withPayload('{}\n{"id":"ada"}\n');
  const rejects = api.path('mine');
  await writeFile(rejects, 'mine');
  for (const dryRun of [true, false]) {
    await expect(api.seed({ rejects, dryRun })).rejects.toThrow(
      `Failed to write the rejects to ${rejects}: there is something else in it. Name a new file.`,
    );
  }
  expect(await readFile(rejects, 'utf8')).toBe('mine');
  const own = api.path('rejects');
  await api.seed({ rejects: own });
  const before = await readFile(own, 'utf8');
  expect(await api.seed({ rejects: own, dryRun: true })).toMatchObject({ refused: 1 });
  expect(await readFile(own, 'utf8')).toBe(before);
});
