// Each defect of plain pact-js that README.md of this folder lists: first what plain-pact-js.ts found, then the harness.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { mergeShards, readShards } from '@customer-contracts/pact';
import { type StateHandlers, VerificationError, verifyProvider } from '@customer-contracts/pact/verify';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

import { run } from '../run.ts';
import { send } from '../send.ts';
import { startProvider } from '../start-provider.ts';
import { temporaryPacts, type TemporaryPacts } from '../temporary-pacts.ts';
import { temporaryProject } from '../temporary-project.ts';

let plain: Readonly<Record<string, unknown>> = {};
let printed = '';

beforeAll(async () => {
  const project = await temporaryProject('plain');
  const script = fileURLToPath(new URL('plain-pact-js.ts', import.meta.url));
  const file = join(project, 'outcomes.json');
  ({ output: printed } = await run(['--experimental-strip-types', '--no-warnings', script, file], project));
  plain = z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(file, 'utf8')));
  await rm(project, { recursive: true });
}, 60_000);

const one = { id: 'cus_01' };
const customerExists: StateHandlers = { customerExists: () => ({ apiKey: 'key' }) };

/** The contract of one test, in which the consumer reads a member of its own making. */
async function contractAbout(probe: z.ZodType, example: unknown): Promise<TemporaryPacts> {
  const pacts = await temporaryPacts();
  const interaction = pacts.pact.getCustomer(one).allow('probe', example).reads(z.object({ probe }));
  await interaction.only('complete').test((mock) => send('getCustomer', one, mock))();
  await pacts.merged();
  return pacts;
}

/** What a provider that answers this body does not honour of a contract; empty where it honours all. */
async function complaints(pacts: TemporaryPacts, answer: unknown, states = customerExists): Promise<readonly string[]> {
  await using provider = await startProvider(() => answer);
  return await verifyProvider({ baseUrl: provider.url, pacts: [pacts.directory], states }).then(
    () => [],
    (error: unknown) => {
      if (error instanceof VerificationError) return error.verification.interactions.flatMap(({ reasons }) => reasons);
      throw error;
    },
  );
}

test('3: a provider state that throws or has no handler verifies; here it fails by name', async () => {
  expect(plain['3']).toBe('passes');

  await using pacts = await contractAbout(z.string(), 'a');
  const states: StateHandlers = {
    customerExists: () => {
      throw new Error('the database is down');
    },
  };
  const failed = 'the provider state "a customer exists" could not be brought about:';
  expect(await complaints(pacts, { probe: 'a' }, states)).toEqual([`${failed} the database is down`]);
  expect(await complaints(pacts, { probe: 'a' }, {})).toEqual([
    `${failed} There is no handler for it. Add customerExists to states.`,
  ]);
});

test('4: of two interactions with one name the later one silently wins; here that is an error', async () => {
  expect(plain['4']).toBe('the second one is left');

  await using pacts = await temporaryPacts();
  for (const schema of [z.object({ id: z.string() }), z.object({ locale: z.string().nullable() })]) {
    const interaction = pacts.pact.getCustomer(one).reads(schema).as('a customer').only('complete');
    await interaction.test((mock) => send('getCustomer', one, mock))();
  }
  await expect(pacts.merged()).rejects.toThrow(
    'two interactions are called "a customer, complete" in the same provider',
  );
});

test('5: tests that run at once reject each other; here each has a mock server of its own', async () => {
  expect(plain['5']).toBe(11);

  await using pacts = await temporaryPacts();
  const ids = Array.from({ length: 12 }, (_, index) => `cus_${index}`);
  await Promise.all(
    ids.map((id) => pacts.pact.getCustomer({ id }).test((mock) => send('getCustomer', { id }, mock))()),
  );
  expect((await pacts.merged()).interactions).toHaveLength(12);
});

test('6: a path with an id of the provider state is any path; here it is exactly that one', async () => {
  expect(plain['6']).toBe('passes');

  await using pacts = await temporaryPacts();
  const elsewhere = pacts.pact
    .getCustomer(one)
    .test(({ baseUrl, apiKey }) => fetch(`${baseUrl}/totally/other`, { headers: { 'REB-APIKEY': apiKey } }));
  await expect(elsewhere()).rejects.toThrow('expected GET /customers/cus_01, received GET /totally/other.');
});

test('7: "text or null" cannot be said; here the schema says it', async () => {
  expect(plain['7']).toBe('fails');

  await using pacts = await contractAbout(z.string().nullable(), 'ann@example.com');
  expect(await complaints(pacts, { probe: null })).toEqual([]);
  expect(await complaints(pacts, { probe: 5 })).not.toEqual([]);
});

test('8: a list that may be empty goes unchecked, and is JSON text in a query; here its elements are checked', async () => {
  expect(plain['8']).toEqual({ items: 'passes', query: String.raw`"[\"lastName\"]"` });

  await using pacts = await contractAbout(z.array(z.object({ name: z.string() })), [{ name: 'vip' }]);
  expect(await complaints(pacts, { probe: [] })).toEqual([]);
  expect(await complaints(pacts, { probe: [{ name: 5 }] })).not.toEqual([]);
  const query = { sort: ['lastName'] } as const;
  await pacts.pact.getCustomerCollection(query).test((mock) => send('getCustomerCollection', query, mock))();
  expect(JSON.stringify(await pacts.merged())).toContain('"query":{"sort":["lastName"]}');
});

test('9: a regular expression surprises, and numbers are random; here text is text, and examples stay', async () => {
  expect(plain['9']).toEqual({ prefix: 'fails', number: 'passes', random: 'another answer' });

  await using pacts = await contractAbout(z.string().regex(/^cus/), 'cus_01');
  expect(await complaints(pacts, { probe: 'cus_02' })).toEqual([]);
  expect(await complaints(pacts, { probe: 5 })).not.toEqual([]);
  const counts: number[] = [];
  const interaction = pacts.pact
    .getCustomer(one)
    .reads(z.object({ paymentCount: z.int() }))
    .only('complete');
  for (let round = 0; round < 2; round += 1) {
    await interaction.test(async ({ example, ...mock }) => {
      expect((await send('getCustomer', one, mock)).body).toEqual(example);
      counts.push(example.paymentCount);
    })();
  }
  expect(counts[0]).toBe(counts[1]);
});

test('10: the key stands in the pact; here a placeholder does, and another key is refused', async () => {
  expect(plain['10']).toBe('the key is in the file');

  await using pacts = await temporaryPacts();
  const getCustomer = pacts.pact.getCustomer(one);
  await getCustomer.test((mock) => send('getCustomer', one, mock))();
  expect(JSON.stringify(await pacts.merged())).toContain('"REB-APIKEY":["placeholder-api-key"]');
  const real = getCustomer.test((mock) => send('getCustomer', one, { ...mock, apiKey: 'my-real-key' }));
  await expect(real()).rejects.toThrow('header REB-APIKEY: expected placeholder-api-key, received [masked].');
});

test('11: the reason of a failure is in a log; here it is the error, and what the client threw its cause', async () => {
  expect(plain['11']).toBe('fails: HTTP 500');

  await using pacts = await temporaryPacts();
  const test = pacts.pact.getCustomer(one).test(async (mock) => {
    const { status } = await send('getCustomer', { id: 'undefined' }, mock);
    if (status !== 200) throw new Error(`HTTP ${status}`);
  });
  await expect(test()).rejects.toMatchObject({
    mismatches: [{ expected: 'GET /customers/cus_01', received: 'GET /customers/undefined' }],
    cause: new Error('HTTP 500'),
  });
});

test('13: interactions of deleted tests stay for ever; here they go with the next whole run', async () => {
  expect(plain['13']).toBe('the deleted test is in the file');

  await using pacts = await temporaryPacts();
  const [kept, deleted] = ['kept', 'deleted'].map((name) =>
    pacts.pact
      .getCustomer(one)
      .as(name)
      .test((mock) => send('getCustomer', one, mock)),
  );
  await kept?.();
  await deleted?.();
  expect((await pacts.merged()).interactions).toHaveLength(2);

  // As the plugin and the command start every run
  await rm(join(pacts.directory, '.shards'), { recursive: true });
  await kept?.();
  const shards = readShards(join(pacts.directory, '.shards'));
  expect(() => mergeShards(shards)).toThrow('this interaction would go: "deleted".');
  const [{ interactions } = { interactions: 0 }] = mergeShards(shards, { allowRemoval: true });
  expect(interactions).toBe(1);
});

test('14: random examples change the pact with every run; here the bytes stay', async () => {
  expect(plain['14']).toBe('other bytes');

  const schema = z.object({
    id: z.string(),
    email: z.email().nullable(),
    createdTime: z.iso.datetime({ offset: true }),
  });
  await using first = await temporaryPacts();
  await using second = await temporaryPacts();
  for (const { pact } of [first, second]) {
    await pact
      .getCustomer(one)
      .reads(schema)
      .test((mock) => send('getCustomer', one, mock))();
  }
  expect(JSON.stringify(await second.merged())).toBe(JSON.stringify(await first.merged()));
});

test('15: it prints INFO lines; here a test that passes prints nothing', async () => {
  expect(printed).toContain('INFO tokio-rt-worker pact_mock_server::hyper_server: Received request GET');

  const project = await temporaryProject('quiet');
  const program = `import { customersPact } from '@customer-contracts/pact';
    await customersPact({ consumer: 'quiet', directory: ${JSON.stringify(project)} }).getCustomer({ id: 'cus_01' })
      .test(({ baseUrl, apiKey }) => fetch(baseUrl + '/customers/cus_01', { headers: { 'REB-APIKEY': apiKey } }))();`;
  expect(await run(['--input-type=module', '--eval', program], project)).toEqual({ code: 0, output: '' });
  await rm(project, { recursive: true });
});
