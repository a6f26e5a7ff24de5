import { existsSync, readFileSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createCustomersClient } from '@customer-contracts/client';
import { parseEvidence } from '@customer-contracts/schemas/evidence';
import { cells } from '@customer-contracts/schemas/plain';
import { cleanUpEvidence, recordEvidence, replayEvidence } from '@customer-contracts/seed';
import { afterAll, expect, test } from 'vitest';

import { testSizes } from '../../../../test-sizes.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { deciding } from './deciding.ts';
import { opposites } from './opposites.ts';

const folder = await temporaryFolder();
afterAll(() => folder[Symbol.asyncDispose]());
const file = join(folder.path, 'customers-api.evidence.ndjson');

/** What the emulator decides, and two answers to writes are lost. */
const recorded = await (async () => {
  let lost = 0;
  await using api = await deciding(async (asked, pass) => {
    const answer = await pass(asked);
    const isLost = asked.method === 'PUT' && /-putCustomer-20\d-a$/.test(asked.url) && lost < 2;
    if (!isLost) return answer;
    lost += 1;
    throw new Error('lost');
  });
  const summary = await recordEvidence({ ...api.target, file });
  const client = createCustomersClient({ server: api.target.to, apiKey: api.target.apiKey });
  const left = await Array.fromAsync(client.customers(), ({ id }) => id);
  return { summary, requests: api.requests, left, lost };
})();

function evidenceIn(text: string) {
  return parseEvidence(text, 'evidence', (received) => new Error(received));
}

test('the emulator decides everything as decided, in at most 300 writes, and all that was made is taken back', () => {
  const { summary, requests, left } = recorded;
  expect(summary).toMatchObject({ otherwise: 0, differences: [], left: [], refusals: 0 });
  expect(summary.asDecided + summary.none).toBe(summary.questions);
  expect(summary.asDecided).toBeGreaterThan(120);
  const writes = requests.filter(({ method }) => method !== 'GET');
  expect(writes).toHaveLength(summary.writes);
  expect(writes.length).toBeLessThanOrEqual(300);
  expect(left).toEqual(['customer-evidence']);
  expect(existsSync(`${file}.ledger`)).toBe(false);
});

test('there is evidence of each documented answer and each decision of the page, or the reason why there is none', async () => {
  const { observations, where, shape } = evidenceIn(await readFile(file, 'utf8'));
  const page = readFileSync(new URL('../../../../docs/api-decisions.md', import.meta.url), 'utf8');
  const decisions = [...page.matchAll(/<a id="([^"]+)">/g)].map(([, anchor]) => anchor);
  expect(new Set(observations.map(({ about }) => about))).toEqual(new Set([...cells, ...decisions]));
  expect(observations.filter(({ observed, reason }) => observed === 'none' && reason === undefined)).toEqual([]);
  const unseen = cells.filter(
    (cell) => !shape.operations[cell.split(' ')[0] ?? '']?.responses[cell.split(' ')[1] ?? ''],
  );
  expect(unseen.every((cell) => /40[39]|429/.test(cell))).toBe(true);
  expect(where).toBe('this machine');
});

test('a scenario begins anew under other names when the answer to a write is lost', () => {
  expect(recorded.lost).toBe(2);
  expect(recorded.requests.some(({ url }) => /ev-[\da-f]{6}\.2-putCustomer-20\d-a$/.test(url))).toBe(true);
});

test('no scenario uses a customer of another one', () => {
  const owners = new Map<string, Set<string>>();
  for (const { url } of recorded.requests) {
    for (const [, run, scenario = ''] of url.matchAll(/ev-([\da-f]+)(?:\.\d)?-([\w-]+)-[a-z]\b/g))
      owners.set(scenario, (owners.get(scenario) ?? new Set()).add(run ?? ''));
  }
  expect(owners.size).toBeGreaterThan(90);
  expect([...owners.values()].every((runs) => runs.size === 1)).toBe(true);
});

test('there is a server that decides otherwise for each decision that can be seen', async () => {
  const { observations } = evidenceIn(await readFile(file, 'utf8'));
  const seen = observations.filter(
    ({ about, observed }) => observed !== 'none' && !cells.some((cell) => cell === about),
  );
  expect(new Set(Object.keys(opposites))).toEqual(new Set(seen.map(({ about }) => about)));
});

/** So many of them. */
const all = Object.entries(opposites);
const some = all.slice(0, testSizes.evidenceOpposites);

test.each(some)(
  'a server that decides %s otherwise is named by that, and by nothing else',
  { timeout: 60_000 },
  async (name, opposite) => {
    await using api = await deciding(opposite());
    const { differences, left } = await replayEvidence({ ...api.target, file, ledger: join(folder.path, name) });
    expect([...new Set(differences.map(({ about }) => about))]).toEqual([name]);
    expect(left).toEqual([]);
  },
);

test('drift is told and leaves the file as it is, until that is asked for', { timeout: 60_000 }, async () => {
  const own = join(folder.path, 'drift.ndjson');
  await copyFile(file, own);
  await using api = await deciding(opposites['q28']?.());
  const { differences } = await recordEvidence({ ...api.target, file: own });
  expect(differences).toContainEqual({
    about: 'q28',
    scenario: 'q28-blank',
    what: 'was as decided, is otherwise (body type text)',
  });
  expect(await readFile(own, 'utf8')).toBe(await readFile(file, 'utf8'));
  if (testSizes.evidenceOpposites < 10) return;
  await recordEvidence({ ...api.target, file: own, update: true });
  expect((await recordEvidence({ ...api.target, file: own })).differences).toEqual([]);
});

test('a thousand values of somebody are in no file and no event', { timeout: 60_000 }, async () => {
  const canaries: string[] = [];
  const canary = (form: (count: number) => string) => {
    const value = form(canaries.length);
    canaries.push(value);
    return value;
  };
  const forms = [
    (count: number) => `Canary ${String.fromCodePoint(65 + (count % 26))}`,
    (count: number) => `canary-${count}`,
    (count: number) => `canary.${count}@example.com`,
    (count: number) => `cus_${String(count).padStart(26, 'C')}`,
  ];
  const poisoned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(poisoned);
    if (typeof value === 'string') return canary(forms[canaries.length % forms.length] ?? String);
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).map(
      ([name, each]: readonly [string, unknown]) => [name, name === 'id' ? each : poisoned(each)] as const,
    );
    return { ...Object.fromEntries(members), [canary((count) => `canary_${count + 100}`)]: { inside: canary(String) } };
  };
  const isText = (text: string) => text.startsWith('{') || text.startsWith('[');
  await using api = await deciding(async (asked, pass) => {
    const answer = await pass(asked);
    if (!isText(answer.body)) return answer;
    const headers = { ...answer.headers, 'x-canary': canary((count) => `canary-${count}`) };
    return { ...answer, headers, body: JSON.stringify(poisoned(JSON.parse(answer.body))) };
  });
  const own = join(folder.path, 'canaries.ndjson');
  const events: unknown[] = [];
  await recordEvidence({ ...api.target, file: own, onEvent: (event) => events.push(event) });
  expect(canaries.length).toBeGreaterThan(1000);
  const written = `${await readFile(own, 'utf8')}${JSON.stringify(events)}`;
  const values = canaries.filter((value) => /canary|cus_/i.test(value));
  expect(values.filter((value) => written.includes(value))).toEqual([]);
  expect(written).not.toContain(api.target.apiKey);
  expect(written).not.toMatch(/ev-[\da-f]{6}/);
});

test.each([
  [
    'which is none',
    'customers\n',
    'line 1 is no shape: Invalid input: expected object, received undefined. Record it anew, or correct the line by docs/shapes.md.',
  ],
  [
    'with a value in it',
    '{"shapes":1}\n{"scenario":"q3-locale","about":"q3","observed":"otherwise","came":[{"ask":0,"status":200,"value":"Ada"}]}\n',
    'line 2 is no shape: Unrecognized key: "value" (came.0). Record it anew, or correct the line by docs/shapes.md.',
  ],
  [
    'which says something twice',
    '{"shapes":1}\n{"scenario":"q3-locale","about":"q3","observed":"as-decided"}\n{"scenario":"q3-locale","about":"q3","observed":"otherwise"}\n',
    'line 3 repeats q3-locale. Write one line for each.',
  ],
])('refuses a file %s before anything is sent', async (_, text, message) => {
  const own = join(folder.path, 'refused.ndjson');
  await writeFile(own, text);
  await expect(replayEvidence({ file: own })).rejects.toThrow(
    expect.objectContaining({ name: 'EvidenceError', message: `Failed to read the evidence ${own}: ${message}` }),
  );
});

test('refuses to replay what is not there', async () => {
  await expect(replayEvidence({ file: 'no-such.ndjson' })).rejects.toThrow(
    expect.objectContaining({
      name: 'EvidenceError',
      message:
        'Failed to read the evidence no-such.ndjson: there is no such file. Record some: customer-seed evidence --to URL.',
    }),
  );
});

test('refuses the live host and a ledger of another API, before anything is sent', async () => {
  await expect(
    recordEvidence({
      to: 'https://api.rebilly.com/organizations/mine',
      apiKey: 'sk_test',
      file: join(folder.path, 'live'),
    }),
  ).rejects.toThrow(expect.objectContaining({ name: 'HostRefusedError' }));
  const ledger = join(folder.path, 'other.ledger');
  await writeFile(
    ledger,
    '{"ledger":"customer-seed evidence","version":1,"to":"http://127.0.0.1:1/"}\n{"id":"ev-1-a-a"}\n',
  );
  const options = {
    to: 'http://127.0.0.1:2/organizations/mine',
    apiKey: 'sk_test',
    file: join(folder.path, 'x'),
    ledger,
  };
  await expect(recordEvidence(options)).rejects.toThrow(
    expect.objectContaining({
      message: `Failed to keep the ledger ${ledger}: it is about customers of another API. Clean up there first, or name another file.`,
    }),
  );
  await writeFile(ledger, 'mine\n');
  await expect(recordEvidence(options)).rejects.toThrow(
    expect.objectContaining({
      message: `Failed to keep the ledger ${ledger}: it is no ledger of customer-seed evidence. Name another file.`,
    }),
  );
  expect(await readFile(ledger, 'utf8')).toBe('mine\n');
});

test('a ledger that a kill has torn is read as far as it goes', async () => {
  await using api = await deciding();
  const client = createCustomersClient({ server: api.target.to, apiKey: api.target.apiKey });
  const [ledger, head] = [
    join(folder.path, 'torn.ledger'),
    `{"ledger":"customer-seed evidence","version":1,"to":"${api.target.to}"}`,
  ];
  for (const [text, gone] of [
    ['', []],
    [head.slice(0, 20), []],
    [`${head}\n{"id":"ev-1-a-a"}\n{"id":"ev-1-`, ['ev-1-a-a']],
    [`${head}\n{"id":"ev-1-a-a"}\n{"mail":"ev-1-b@example.com"}\n`, ['ev-1-a-a', 'ev-1-b-b']],
  ] as const) {
    await writeFile(ledger, text);
    for (const id of ['ev-1-a-a', 'ev-1-b-b'])
      await client.putCustomer({
        id,
        body: { primaryAddress: { emails: [{ label: 'main', value: `${id.slice(0, -2)}@example.com` }] } },
      });
    expect(await cleanUpEvidence({ ...api.target, file: join(folder.path, 'torn'), ledger })).toMatchObject({
      left: [],
    });
    const ids = await Array.fromAsync(client.customers(), ({ id }) => id);
    expect(['ev-1-a-a', 'ev-1-b-b'].filter((id) => !ids.includes(id))).toEqual(gone);
    expect(existsSync(ledger)).toBe(false);
  }
});

test('what the API refuses to merge is left, told and kept in the ledger', async () => {
  await using api = await deciding((asked, pass) =>
    asked.method === 'DELETE'
      ? { status: 409, headers: { 'content-type': 'application/json' }, body: '{}' }
      : pass(asked),
  );
  const client = createCustomersClient({ server: api.target.to, apiKey: api.target.apiKey });
  await client.putCustomer({ id: 'ev-1-a-a', body: {} });
  const ledger = join(folder.path, 'refusing.ledger');
  const text = `{"ledger":"customer-seed evidence","version":1,"to":"${api.target.to}"}\n{"id":"ev-1-a-a"}\n`;
  await writeFile(ledger, text);
  const events: unknown[] = [];
  const options = {
    ...api.target,
    file: join(folder.path, 'refusing'),
    ledger,
    onEvent: (event: unknown) => events.push(event),
  };
  expect(await cleanUpEvidence(options)).toMatchObject({ left: ['ev-1-a-a'] });
  expect(events).toContainEqual({ type: 'left', what: 'ev-1-a-a' });
  expect(await readFile(ledger, 'utf8')).toBe(text);
});
