import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { expect, onTestFinished, test } from 'vitest';

import type { Dialect } from '../src/write-tests/dialect.ts';
import { testFile } from '../src/write-tests/test-code.ts';
import { writeTests } from '../src/write-tests/write-tests.ts';
import { findLeaks } from './find-leaks.ts';
import { hostilePact, hostileTexts } from './hostile-pact.ts';
import { run } from './run.ts';
import { customerPact } from './runners/customer-pact.ts';

type Json = Readonly<Record<string, unknown>>;

const headers = { 'REB-APIKEY': 'placeholder-api-key' };
const type = { combine: 'AND', matchers: [{ match: 'type' }] };

interface Told extends Json {
  readonly request?: Json;
  readonly response?: Json;
}

/** An interaction of version 3: a customer is read. */
const reading = ({ request = {}, response = {}, ...difference }: Told = {}): Json => ({
  description: 'a request for a customer',
  providerStates: [{ name: 'a customer exists', params: { id: 'cus_01' } }],
  ...difference,
  request: { method: 'GET', path: '/customers/cus_01', headers, ...request },
  response: { status: 200, headers: { 'Content-Type': 'application/json' }, ...response },
});

const answering = (body: unknown, rules: Json = {}): Json =>
  reading({ response: { body, matchingRules: { body: rules } } });

const pactOf = (interactions: readonly Json[], consumer = 'billing-web', provider = 'rebilly-customers-api'): string =>
  JSON.stringify({
    consumer: { name: consumer },
    provider: { name: provider },
    interactions,
    metadata: { pactSpecification: { version: '3.0.0' } },
  });

async function directoryWith(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'write-tests-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
  return root;
}

const vitest: Dialect = { language: 'ts', runner: 'vitest' };

/** The code for one source, and what it doesn't say. */
async function written(text: string, { name = 'pact.json', dialect = vitest } = {}) {
  const root = await directoryWith({ [name]: text });
  const source = { places: [join(root, name)], provider: 'rebilly-customers-api', consumer: 'consumer' };
  const { consumers, leftOut } = await writeTests(source);
  const remarks = consumers.flatMap(({ tests }) => tests.flatMap((each) => each.remarks));
  return { code: testFile(name, consumers, dialect), remarks, leftOut };
}

/** The calls of each test, without what it does. */
const chainsIn = (code: string): readonly string[] =>
  [...code.matchAll(/^ *pact\n([\s\S]*?)^ *\.test/gm)].map(([, chain = '']) => chain.replaceAll(/\s+/g, ' ').trim());

test('writes a test that asks for what the interaction asked for, in the words of the harness', async () => {
  const body = { id: 'cus_01', email: 'ann@example.com', paymentCount: 3, tags: [{ name: 'vip' }] };
  const { code, remarks } = await written(
    pactOf([answering(body, { '$.email': type, '$.paymentCount': type, '$.tags[*].name': type, '$.tags': type })]),
  );
  expect(remarks).toEqual([]);
  expect(code).toBe(`// Written by customer-pact write-tests from pact.json.
// Put your own client in the place of fetch, and the schemas that your code reads with in the place of these. Where a
// state is given, a test runs against that answer alone: without it, against null and absence, too.
import { customersPact } from '@customer-contracts/pact';
import { expect, it } from 'vitest';
import * as z from 'zod';

const pact = customersPact({ consumer: 'billing-web' });

// pact.json, interaction 1.
it(
  'a request for a customer',
  pact
    .getCustomer({ id: 'cus_01' })
    .given('customerExists', { id: 'cus_01' })
    .as('a request for a customer')
    .reads(
      z.object({
        id: z.string(),
        email: z.string().nullable(),
        paymentCount: z.number(),
        tags: z.array(z.object({ name: z.string() })),
      }),
    )
    .matches('id', { match: 'equality' })
    .matches('email', { match: 'type' })
    .test(async ({ baseUrl, apiKey, example }) => {
      const answer = await fetch(\`\${baseUrl}/customers/cus_01\`, { headers: { 'REB-APIKEY': apiKey } });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual(example);
    }),
);
`);
});

test('writes for node:test, and for jest, whose words need no import', async () => {
  const pact = pactOf([answering({ id: 'cus_01' }, { '$.id': type })]);
  const node = await written(pact, { dialect: { language: 'js', runner: 'node:test' } });
  expect(node.code).toContain(`import assert from 'node:assert/strict';
import { it } from 'node:test';

import { customersPact } from '@customer-contracts/pact';
import * as z from 'zod';
`);
  expect(node.code).toContain(
    'assert.equal(answer.status, 200);\n      assert.deepEqual(await answer.json(), example);',
  );
  const jest = await written(pact, { dialect: { language: 'ts', runner: 'jest' } });
  expect(jest.code).toContain(
    "import { customersPact } from '@customer-contracts/pact';\nimport * as z from 'zod';\n\n",
  );
  expect(jest.code).toContain('expect(answer.status).toBe(200);');
});

test('writes the requests of every kind: query, body, a body that breaks a rule, a token, a filter by a field that nobody knows', async () => {
  const send = { headers: { ...headers, 'Content-Type': 'application/json' } };
  const list = { method: 'GET', path: '/organizations/org_01/customers' };
  const { code, remarks } = await written(
    pactOf([
      reading({
        description: 'list',
        providerStates: [],
        request: { ...list, query: { limit: ['10'], sort: ['-createdTime,email'], filter: ['shoeSize:42'] } },
      }),
      reading({
        description: 'create',
        providerStates: [],
        request: { method: 'post', path: '/customers/', ...send, body: { locale: 'en-GB' } },
        response: { status: 201 },
      }),
      reading({
        description: 'refused',
        providerStates: [],
        request: { method: 'POST', path: '/customers', ...send, body: { locale: 5 } },
        response: { status: 422 },
      }),
      reading({ description: 'by token', request: { headers: { authorization: 'Bearer placeholder-jwt' } } }),
      reading({
        description: 'merge',
        providerStates: [],
        request: { method: 'DELETE', query: { targetCustomerId: ['cus_02'] } },
        response: { status: 204, headers: {} },
      }),
    ]),
  );
  expect(remarks).toEqual([]);
  expect(chainsIn(code)).toEqual([
    ".getCustomerCollection({ limit: 10, sort: ['-createdTime', 'email'], filter: rawFilter('shoeSize:42') }) .as('list')",
    ".postCustomer({ body }) .as('create')",
    ".postCustomer({ body: body2 }) .respondsWith(422) .as('refused')",
    ".getCustomer({ id: 'cus_01' }) .auth('jwt') .given('customerExists', { id: 'cus_01' }) .as('by token')",
    ".deleteCustomer({ id: 'cus_01', targetCustomerId: 'cus_02' }) .as('merge')",
  ]);
  expect(code).toContain("const body = { locale: 'en-GB' };");
  expect(code).toContain('const body2: Record<string, unknown> = { locale: 5 };');
  expect(code).toContain('?limit=10&filter=shoeSize%3A42&sort=-createdTime%2Cemail`');
  expect(code).toContain('headers: { Authorization: `Bearer ${token}` }');
});

test('lets the state bring about what an interaction wants to the letter', async () => {
  const { code, remarks } = await written(
    pactOf([
      answering({ email: 'ann@example.com', primaryAddress: { city: null } }),
      { ...answering({ tags: [{ name: 'vip' }] }), description: 'a tag' },
      { ...answering({ customFields: { plan: 'Gold' } }, { '$.customFields.plan': type }), description: 'own fields' },
      reading({
        description: 'nobody',
        providerStates: [],
        request: { path: '/customers' },
        response: { body: [], matchingRules: { body: { $: type } } },
      }),
    ]),
  );
  expect(remarks).toEqual([]);
  expect(code).toContain("customersPact({ consumer: 'billing-web', customFields: { plan: 'Gold' } })");
  const [exact = '', tags = '', fields = '', nobody = ''] = chainsIn(code);
  expect(exact).toContain("members: { email: 'ann@example.com', primaryAddress: { city: null } }");
  expect(exact).toContain(".matches('email', { match: 'equality' })");
  expect(tags).toContain("members: { tags: [{ name: 'vip', type: 'customer' }] }");
  expect(tags).toContain(".matches('tags', { match: 'type', min: 1, max: 1 })");
  expect(fields).toContain("members: { customFields: { plan: 'Gold' } }");
  expect(nobody).toContain(".given('noCustomers', {})");
});

test('keeps states that the catalogue does not have, members that the API does not document, and what is pending', async () => {
  const { code, remarks } = await written(
    JSON.stringify({
      consumer: { name: 'billing-web' },
      provider: { name: 'rebilly-customers-api' },
      interactions: [
        {
          ...answering({ id: 'cus_01', referredBy: 'Bob', primaryAddress: { floor: 3 } }, { $: type }),
          type: 'Synchronous/HTTP',
          pending: true,
          providerStates: [{ name: 'I have a customer', params: { id: 7 } }],
          request: { method: 'GET', path: '/customers/cus_01' },
          response: {
            status: 200,
            body: {
              contentType: 'application/json',
              encoded: false,
              content: { id: 'cus_01', referredBy: 'Bob', primaryAddress: { floor: 3 } },
            },
            matchingRules: { body: { $: type } },
          },
        },
      ],
      metadata: { pactSpecification: { version: '4.0' } },
    }),
  );
  expect(remarks).toEqual([]);
  expect(chainsIn(code)).toEqual([
    [
      ".getCustomer({ id: 'cus_01' }) .given('customerExists', { id: 'cus_01' })",
      ".also(ownState('I have a customer', z.looseObject({})), { id: 7 }) .as('a request for a customer')",
      ".allow('referredBy', 'Bob') .allow('primaryAddress.floor', 3)",
      '.reads( z.object({ id: z.string(), referredBy: z.string(),',
      'primaryAddress: z.object({ floor: z.number() }).nullable() }), ) .pending()',
    ].join(' '),
  ]);
});

test('gives each of several interactions of one description in one state a name of its own', async () => {
  const { code } = await written(
    pactOf([
      answering({ id: 'cus_01' }),
      answering({ email: 'ann@example.com' }, { '$.email': type }),
      { ...answering({ id: 'cus_01' }), providerStates: [{ name: 'a customer exists', params: { view: 'bare' } }] },
    ]),
  );
  expect([...code.matchAll(/\.as\((.*)\)/g)].map(([, name]) => name)).toEqual([
    "'a request for a customer'",
    "'a request for a customer (2)'",
    "'a request for a customer'",
  ]);
});

test.each<[string, Json, string]>([
  ['another endpoint', reading({ request: { path: '/invoices/in_01' } }), 'The API documents no GET /invoices/in_01.'],
  ['another status', reading({ response: { status: 410 } }), 'The API documents no status 410 of getCustomer.'],
  [
    'another parameter',
    reading({ request: { query: { id: ['1'] } } }),
    'The API documents no parameter id of getCustomer.',
  ],
  [
    'a parameter twice',
    reading({ request: { query: { expand: ['a', 'b'] } } }),
    'The parameter expand of getCustomer is sent more than once.',
  ],
  [
    'an id that is none',
    reading({ request: { path: '/customers/a b' } }),
    'Failed to describe getCustomer: id: Must be 1 to 50 ASCII letters, digits, dots and _ @ ~ -. Correct the call.',
  ],
])('writes no test of %s, and says why', async (_, interaction, reason) => {
  const { code, remarks } = await written(pactOf([interaction]));
  expect(remarks).toEqual([reason]);
  expect(code).toContain(`// pact.json, interaction 1: no test of 'a request for a customer'.\n// ${reason}\n`);
  expect(chainsIn(code)).toEqual([]);
});

test.each<[string, Json, readonly string[]]>([
  [
    'a value of another kind',
    answering({ paymentCount: '3' }, { $: type }),
    [
      'paymentCount is a text, and the API answers a number there: it is not read.',
      'No longer asked: paymentCount: a string.',
    ],
  ],
  [
    'null where none comes',
    answering({ createdTime: null }),
    [
      'createdTime is null, and the API answers no null there: it is not read.',
      'No longer asked: createdTime: exactly null.',
    ],
  ],
  [
    'a member of an element that the API does not document',
    answering({ tags: [{ colour: 'red' }] }, { $: type }),
    [
      'The API documents no tags[].colour: it is not read.',
      'No longer asked: tags[].colour: a string.',
      'Newly asked: tags[]: an object.',
    ],
  ],
  [
    'what only one of two elements has',
    answering({ tags: [{ name: 'vip' }, { name: 'new' }] }),
    [
      'No longer asked: tags: a list of 2.',
      'No longer asked: tags[].name: exactly "vip".',
      'No longer asked: tags[].name: exactly "new".',
    ],
  ],
  ['an id to the letter that another has', answering({ id: 'cus_02' }), ['No longer asked: id: exactly "cus_02".']],
  [
    'a header that the API does not document',
    reading({ response: { headers: { ETag: '"1"' } } }),
    ['The API documents no header ETag there: it is not read.', 'No longer asked: headers.ETag: exactly "\\"1\\"".'],
  ],
  [
    'a body where none comes',
    reading({
      providerStates: [],
      request: { method: 'DELETE', query: { targetCustomerId: ['cus_02'] } },
      response: { status: 204, headers: {}, body: { ok: true } },
    }),
    ['The API answers deleteCustomer without a body: it is not read.', 'No longer asked: ok: exactly true.'],
  ],
])('leaves %s out, and says so at its place', async (_, interaction, expected) => {
  const { code, remarks } = await written(pactOf([interaction]));
  expect(remarks).toEqual(expected);
  expect(chainsIn(code)).toHaveLength(1);
  for (const remark of expected) expect(code).toContain(`// ${remark}\n`);
});

test('writes no key and no token, wherever a source has them', async () => {
  const key = 'sk_live_leaksleaksleaks';
  const interaction = reading({
    description: `a request with ${key}`,
    providerStates: [{ name: `the key ${key}`, params: { key } }],
    request: { headers: { 'REB-APIKEY': key }, query: { expand: [key] } },
    response: { body: { locale: key, [key]: key }, headers: { 'X-Key': key } },
  });
  const { code, remarks } = await written(pactOf([interaction], `consumer ${key}`));
  expect(findLeaks(code)).toEqual([]);
  expect(findLeaks(remarks.join('\n'))).toEqual([]);
  expect(remarks[0]).toBe('It holds what looks like a key or token: [masked] stands in its place.');
});

test('no text of a pact ends a literal, a template or a comment', async () => {
  // All of them at once; each by itself is tried in test/runners.
  const text = hostileTexts.join(' ');
  const { code } = await written(hostilePact(text, [text]), { dialect: { language: 'js', runner: 'vitest' } });
  const titles: unknown[] = [];
  const anything: unknown = new Proxy(() => anything, { get: () => anything });
  const consumers: unknown[] = [];
  const context = {
    customersPact: ({ consumer }: { readonly consumer: string }) => {
      consumers.push(consumer);
      return anything;
    },
    it: (title: string) => titles.push(title),
    ownState: anything,
    z: anything,
  };
  const before = Object.keys(context);
  runInNewContext(code.replaceAll(/^import .*$/gm, ''), context);
  expect(Object.keys(context)).toEqual(before);
  expect(consumers).toEqual([text]);
  expect(titles).toEqual([text, `${text} is written`, `${text} is looked for`]);
});

/** A call as browsers and proxies write it. */
const entry = (method: string, url: string, status: number, body?: unknown, more: Json = {}): Json => ({
  startedDateTime: '2026-11-30T10:00:00.000Z',
  request: { method, url, headers: [{ name: 'REB-APIKEY', value: 'sk_live_leaksleaksleaks' }], ...more },
  response: {
    status,
    headers: [{ name: 'Pagination-Total', value: '2' }],
    content: body === undefined ? {} : { mimeType: 'application/json', text: JSON.stringify(body) },
  },
});

const har = (...entries: readonly Json[]): string => JSON.stringify({ log: { version: '1.2', entries } });
const api = 'http://127.0.0.1:4010/organizations/acme';

test('writes one test for each operation and status of recorded traffic, without a value of it', async () => {
  const { code, remarks, leftOut } = await written(
    har(
      entry('GET', `${api}/customers/leaks_1`, 200, { id: 'leaks_1', email: 'leaks@example.com', firstName: null }),
      entry('GET', `${api}/customers/leaks_2`, 200, { id: 'leaks_2', email: null, revision: 1, leaksToo: 'leaks' }),
      entry('GET', `${api}/customers/leaks_3`, 404, { status: 404, title: 'Not Found' }),
      entry('GET', `${api}/customers?limit=2&filter=email:leaks@example.com`, 200, [{ id: 'leaks_1' }]),
      entry(
        'PUT',
        `${api}/customers/leaks_1`,
        200,
        { id: 'leaks_1' },
        {
          postData: { text: JSON.stringify({ primaryAddress: { city: 'leaks', country: 'GB' }, leaks: 1 }) },
        },
      ),
      entry('POST', `${api}/customers`, 422, { status: 422 }, { postData: { text: '{"locale":5}' } }),
      entry('GET', `${api}/customers/leaks_1`, 503),
      entry('GET', 'http://127.0.0.1:4010/health', 200, {}),
      entry('GET', 'https://example.com/fonts', 200),
    ),
    { name: 'traffic.har' },
  );
  const [read = '', missing = '', listed = '', replaced = '', refused = ''] = chainsIn(code);
  expect(chainsIn(code)).toHaveLength(5);
  expect(read).toBe(
    ".getCustomer({ id: 'cus_01' }) .reads( z.object({ id: z.string(), email: z.string().nullable(), " +
      'firstName: z.string().nullable().optional(), revision: z.number().optional(), }), )',
  );
  expect(missing).toBe(
    ".getCustomer({ id: 'cus_01' }) .respondsWith(404) .reads(z.object({ title: z.string(), status: z.literal(404) }))",
  );
  expect(listed).toBe(
    ".getCustomerCollection({ limit: 2 }) .reads(z.object({ id: z.string() })) .readsHeaders('Pagination-Total')",
  );
  expect(replaced).toBe(".putCustomer({ id: 'cus_01', body }) .respondsWith(200) .reads(z.object({ id: z.string() }))");
  expect(refused).toBe(
    '.postCustomer({ body: body2 }) .respondsWith(422) .reads(z.object({ status: z.literal(422) }))',
  );
  expect(code).toMatch(/const body = \{ primaryAddress: \{ city: '[^']+', country: '[A-Z]{2}' \} \};/);
  expect(code).toContain('// traffic.har, 2 calls.\n// It reads all documented members that came: delete those');
  expect(remarks).toContain("It was called with filter, left out here: the values may be somebody's.");
  expect(remarks).toContain('The API documents no status 503 of getCustomer.');
  expect(leftOut).toEqual(['traffic.har: 2 other calls left out']);
  expect(findLeaks(code)).toEqual([]);
});

test('reads the traffic at an address, as the emulator has it', async () => {
  const server = createServer((_, response) => response.end(har(entry('GET', `${api}/customers`, 200, []))));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const place = `http://127.0.0.1:${port}/_requests.har?key=sk_live_leaksleaksleaks`;
  const { consumers } = await writeTests({ places: [place], provider: 'rebilly-customers-api', consumer: 'crm' });
  expect(consumers.map(({ consumer, tests }) => [consumer, ...tests.map(({ origin }) => origin)])).toEqual([
    ['crm', `127.0.0.1:${port}/_requests.har, 1 call`],
  ]);
});

test('writes a file for each consumer, or one for all, and overwrites none unless told', async () => {
  const root = await directoryWith({
    'a.json': pactOf([reading()], 'Billing Web'),
    'b.json': pactOf([reading(), reading({ response: { status: 410 } })], 'crm'),
    'c.json': pactOf([reading()], 'crm', 'invoices'),
  });
  const start = (...flags: readonly string[]) => run([customerPact, 'write-tests', '.', ...flags], root);
  const said = `customer-pact: b.json, interaction 2 ("a request for a customer"): The API documents no status 410 of getCustomer.
`;
  expect(await start('--out', 'tests')).toEqual({
    code: 0,
    output: `1 pact of another provider left out
customer-pact: Billing Web: 1 test
${said}customer-pact: crm: 1 test of 2 interactions
customer-pact: tests/Billing-Web.test.ts written
customer-pact: tests/crm.test.ts written
`,
  });
  const first = await readFile(join(root, 'tests/crm.test.ts'), 'utf8');
  expect(first).toContain("customersPact({ consumer: 'crm' })");
  await writeFile(join(root, 'tests/crm.test.ts'), 'mine');
  const refused = await start('--out', 'tests');
  expect(refused.code).toBe(1);
  expect(refused.output).toContain(
    'error: Failed to write tests: tests/Billing-Web.test.ts, tests/crm.test.ts would be overwritten. Give --force, or another place with --out.\n',
  );
  expect(await readFile(join(root, 'tests/crm.test.ts'), 'utf8')).toBe('mine');
  const { code } = await start('--out', 'tests/crm.test.ts', '--force');
  expect(code).toBe(0);
  const both = await readFile(join(root, 'tests/crm.test.ts'), 'utf8');
  expect(both).toContain(
    "describe('Billing Web', () => {\n  const pact = customersPact({ consumer: 'Billing Web' });\n",
  );
  expect(both).toContain("describe('crm', () => {\n");
});

test('tells a program which tests it wrote, and what they do not say', async () => {
  const root = await directoryWith({ 'b.json': pactOf([reading(), reading({ response: { status: 410 } })], 'crm') });
  const start = async (...flags: readonly string[]): Promise<unknown> => {
    const { code, output } = await run([customerPact, 'write-tests', 'b.json', '--json', ...flags], root);
    expect(code).toBe(0);
    return JSON.parse(output);
  };
  const title = 'a request for a customer';
  const remarks = ['The API documents no status 410 of getCustomer.'];
  const tests = [
    { origin: 'b.json, interaction 1', title, isWritten: true, remarks: [] },
    { origin: 'b.json, interaction 2', title, isWritten: false, remarks },
  ];
  const consumers = [{ consumer: 'crm', tests }];
  expect(await start('--out', 'crm.test.ts')).toEqual({ files: [{ path: 'crm.test.ts' }], consumers, leftOut: [] });
  const text = await readFile(join(root, 'crm.test.ts'), 'utf8');
  expect(await start()).toEqual({ files: [{ text }], consumers, leftOut: [] });
});
