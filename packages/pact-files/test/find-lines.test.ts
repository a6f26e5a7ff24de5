import { lint, parsePact } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

const key = { 'REB-APIKEY': 'placeholder-api-key' };
const names = { consumer: { name: 'billing-web' }, provider: { name: 'rebilly-customers-api' } };

/** What lint says about the interactions of a file of a version, as the line at which each place is. */
async function linesIn(version: string, ...interactions: readonly object[]) {
  const metadata = { pactSpecification: { version } };
  const text = JSON.stringify({ ...names, interactions, metadata }, null, 2);
  const lines = text.split('\n');
  const findings = await lint([parsePact(text, 'pact.json')]);
  return findings.map(({ path, line }) => `${path} @ ${lines[line - 1]?.trim()}`);
}

const reading = (request: object, response: object, more: object = {}) => ({
  description: 'get a customer',
  providerState: 'a customer exists',
  request: { method: 'GET', path: '/customers/cus_01', headers: key, ...request },
  response: { status: 200, ...response },
  ...more,
});

test('finds members of bodies, headers and queries', async () => {
  const body = { id: 'cus_01', tags: [{ name: 'vip' }, { nam: 'vip' }], 'a.b': 1, emial: 'x' };
  const headers = { 'content-type': 'text/plain' };

  expect(await linesIn('3.0.0', reading({ query: { foo: ['1'] } }, { headers, body }))).toEqual([
    'request.query.foo @ "foo": [',
    'response.body.tags[1].nam @ "nam": "vip"',
    'response.body.a.b @ "a.b": 1,',
    'response.body.emial @ "emial": "x"',
    'response.headers.content-type @ "content-type": "text/plain"',
  ]);
});

test('looks through the wrapper of bodies in version 4', async () => {
  const content = { id: 'cus_01', content: 1 };
  const wrapped = { contentType: 'application/json', encoded: false, content };

  expect(await linesIn('4.0', reading({}, { body: wrapped }, { type: 'Synchronous/HTTP' }))).toEqual([
    'response.body.content @ "content": 1',
  ]);
});

test.each([
  ['2.0.0', { '$.body.email': { match: 'type' }, '$.header.Age': { match: 'type' } }],
  [
    '3.0.0',
    { body: { '$.email': { matchers: [{ match: 'type' }] } }, header: { Age: { matchers: [{ match: 'type' }] } } },
  ],
])('finds the matching rules of version %s', async (version, matchingRules) => {
  const [body = '', header = ''] = version === '2.0.0' ? ['$.body.email', '$.header.Age'] : ['$.email', 'Age'];

  expect(await linesIn(version, reading({}, { body: { id: 'cus_01' }, matchingRules }))).toEqual([
    `response.matchingRules.body["$.email"] @ "${body}": {`,
    `response.matchingRules.headers["Age"] @ "${header}": {`,
  ]);
});

test('is at what should hold a member that is missing, or at the description', async () => {
  const merge = { method: 'DELETE', path: '/customers/cus_01', headers: key };
  const interaction = {
    description: 'merge',
    providerState: 'a customer exists',
    request: merge,
    response: { status: 204 },
  };

  expect(await linesIn('2.0.0', interaction)).toEqual(['request.query.targetCustomerId @ "request": {']);
  expect(await linesIn('2.0.0', reading({}, {}, { providerState: undefined }))).toEqual([
    'providerStates @ "description": "get a customer",',
  ]);
  expect(await linesIn('2.0.0', reading({}, {}, { providerState: 'a custmer exists' }))).toEqual([
    'providerStates @ "providerState": "a custmer exists",',
  ]);
});

test('counts messages, escapes and line breaks of either kind', async () => {
  const http = { type: 'Synchronous/HTTP', ...reading({}, { body: { content: { emial: 1 } } }) };
  const escaped = JSON.stringify(http).replace('get a customer', String.raw`get a \u0063\"ustomer\\`);
  const message = '{\r\n"type": "Asynchronous/Messages",\r\n"description": "}"\r\n}';
  const head = JSON.stringify(names).slice(0, -1);
  const text = `${head},\r\n"interactions": [${message},\r\n${escaped}],"metadata":{"pactSpecification":{"version":"4.0"}}}`;

  const [finding] = await lint([parsePact(text, 'pact.json')]);

  expect(finding).toMatchObject({ interaction: 'get a c"ustomer\\', line: 6 });
});

test('tells the line of the other interaction of one name', async () => {
  const other = reading({ path: '/customers/cus_02' }, {});
  const text = JSON.stringify({ ...names, interactions: [reading({}, {}), other] }, null, 2);

  const [finding] = await lint([parsePact(text, 'pact.json')]);

  const line = text.split('\n').findIndex((each) => each.includes('get a customer')) + 1;
  expect(finding?.message).toBe(
    `Call it something else: another interaction has the same description and states, with other content. The other one is at line ${line}.`,
  );
});

test('finds the lines of escaped descriptions, of sixteen times as many in far less than 256 times the time', async () => {
  const textOf = (count: number) => {
    const interactions = Array.from({ length: count }, (_, index) => ({
      ...reading({ path: `/customers/cus_${index}` }, { body: { emial: index } }),
      description: `café ${index}`,
    }));
    return JSON.stringify({ ...names, interactions }, null, 2).replaceAll('é', String.raw`\u00e9`);
  };
  const [small, large] = [parsePact(textOf(250), 'pact.json'), parsePact(textOf(4000), 'pact.json')];

  const findings = await lint([large]);

  expect(new Set(findings.map(({ line }) => line)).size).toBe(findings.length);
  expect(await timeOf(() => lint([large]))).toBeLessThan(80 * (await timeOf(() => lint([small]))));
});

/** The least of three times. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
