import { createEmulator, startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { send } from './send.ts';

const json = { 'content-type': 'application/json' };

test('a test says in one line what was sent', async () => {
  await using emulator = await startEmulator();
  await send(emulator, 'POST /customers', { locale: 'fr-FR' });
  expect(emulator.requests.find({ operation: 'postCustomer' })).toMatchObject([
    { status: 201, body: { locale: 'fr-FR' } },
  ]);
});

test('a request is shown with what became of it', async () => {
  await using emulator = await startEmulator({ clock: () => new Date('2026-01-01T00:00:00Z') });
  await send(emulator, 'GET /customers/nobody?fields=id', undefined, { 'x-trace': '7' });
  expect(emulator.requests.find()).toMatchObject([
    {
      number: 1,
      time: '2026-01-01T00:00:00.000Z',
      method: 'GET',
      target: '/customers/nobody?fields=id',
      operation: 'getCustomer',
      organizationId: 'demo',
      headers: { 'x-trace': '7', 'reb-apikey': '[masked]' },
      ignored: [],
      status: 404,
      response: { headers: json, body: { detail: 'There is no customer "nobody".' } },
      faults: [],
    },
  ]);
  expect(emulator.requests.find()[0]).not.toHaveProperty('body');
});

test.each([
  ['PUT /customers/ada', { id: 'x', locale: 'en' }, ['body id read-only']],
  [
    'PUT /customers/ada',
    { primaryAddress: { hash: 'x', nick: 'y' } },
    ['body primaryAddress.hash read-only', 'body primaryAddress.nick unknown'],
  ],
  [
    'PUT /customers/ada',
    { taxNumbers: [{ type: 'eu-vat', value: 'DE123456789', isValid: true, x: 1 }] },
    ['body taxNumbers.0.isValid read-only', 'body taxNumbers.0.x unknown'],
  ],
  ['PUT /customers/ada', { customFields: { anything: { goes: 1 } } }, []],
  [
    'PUT /customers/ada',
    { leadSource: { medium: 'cpc', createdTime: 'x' } },
    ['body leadSource.createdTime read-only'],
  ],
  ['PUT /customers/ada', '{"__proto__":1,"constructor":2}', ['body __proto__ unknown', 'body constructor unknown']],
  ['PUT /customers/ada', '[1]', []],
  ['PUT /customers/ada', 'no JSON', []],
  ['PUT /customers/ada?expand=leadSource&fields=id', {}, []],
  ['PUT /customers/ada/lead-source?expand=x', { medium: 'cpc', id: 'x' }, ['query expand unknown', 'body id unknown']],
  [
    'GET /customers?limt=5&limit=1&limit=2&page=1&page=2',
    undefined,
    ['query limt unknown', 'query limit repeated', 'query page unknown'],
  ],
  ['GET /customers/ada?filter=x', undefined, ['query filter unknown']],
  ['GET /nothing?x=1', undefined, []],
])('what the API does not read of %s %j is named, with the reason', async (line, body, ignored) => {
  await using emulator = await startEmulator();
  await send(emulator, line, body);
  const [request] = emulator.requests.find();
  expect(request?.ignored.map(({ in: part, name, reason }) => `${part} ${name} ${reason}`)).toEqual(ignored);
});

test('requests are found by operation, status, method, time and number, the newest last, over HTTP too', async () => {
  let now = '2026-01-01T00:00:00Z';
  await using emulator = await startEmulator({ clock: () => new Date(now) });
  await send(emulator, 'PUT /customers/ada', {});
  await send(emulator, 'PUT /customers/ada', {});
  now = '2026-01-02T00:00:00Z';
  await send(emulator, 'GET /customers/ada');
  await send(emulator, 'GET /customers/bob');
  await send(emulator, 'PATCH /customers/bob', {});
  const numbers = async (query: string) => {
    const { body } = await send(emulator, `GET /_requests?${query}`);
    return JSON.stringify(body).match(/(?<=\{"number":)\d+/g);
  };
  expect(await numbers('')).toEqual(['1', '2', '3', '4', '5']);
  expect(await numbers('operation=putCustomer')).toEqual(['1', '2']);
  expect(await numbers('operation=putCustomer&status=201')).toEqual(['1']);
  expect(await numbers('method=get&status=404')).toEqual(['4']);
  expect(await numbers('since=2026-01-01T12:00:00%2B00:00')).toEqual(['3', '4', '5']);
  expect(await numbers('after=4')).toEqual(['5']);
  expect(emulator.requests.find({ since: new Date('2026-01-02T00:00:00Z'), method: 'PATCH' })).toMatchObject([
    { status: 405 },
  ]);
  expect((await send(emulator, 'DELETE /_requests')).status).toBe(204);
  expect(emulator.requests.find()).toEqual([]);
  await send(emulator, 'GET /customers/ada');
  expect(emulator.requests.find()).toMatchObject([{ number: 6 }]);
});

test.each([
  ['operation=getCustomers', 'operation: Give an operationId in camelCase, such as getCustomer.'],
  ['status=2xx', 'status: Give a status from 100 to 599.'],
  ['since=yesterday', 'since: Give a date and time with an offset, such as 2026-01-01T00:00:00Z.'],
  ['after=-1', 'after: Give the number of a request.'],
  ['stauts=200', 'Unrecognized key: "stauts".'],
])('%s can not be asked for', async (query, message) => {
  await using emulator = await startEmulator();
  const { status, body } = await send(emulator, `GET /_requests?${query}`);
  expect({ status, body }).toMatchObject({
    status: 400,
    body: { detail: `/_requests can't read its query: ${message}` },
  });
});

test('the handle refuses what it can not ask for', () => {
  using emulator = createEmulator();
  const asked = { method: 'GET', stauts: 200 };
  expect(() => emulator.requests.find(asked)).toThrow(
    'Failed to find requests: there is no option stauts. Did you mean status?',
  );
});

test('a HAR has the same calls', async () => {
  await using emulator = await startEmulator();
  await send(emulator, 'PUT /customers/ada?fields=id', { locale: 'en' });
  await send(emulator, 'GET /customers?limit=0');
  const { body } = await send(emulator, 'GET /_requests.har?operation=putCustomer');
  expect(body).toMatchObject({
    log: {
      version: '1.2',
      creator: { name: '@customer-contracts/emulator' },
      entries: [
        {
          request: {
            method: 'PUT',
            url: `${emulator.url}/customers/ada?fields=id`,
            httpVersion: 'HTTP/1.1',
            cookies: [],
            queryString: [{ name: 'fields', value: 'id' }],
            postData: { mimeType: 'application/json', text: '{"locale":"en"}' },
            headersSize: -1,
            bodySize: 15,
          },
          response: {
            status: 201,
            statusText: '',
            content: { size: 12, mimeType: 'application/json', text: '{"id":"ada"}' },
            redirectURL: '',
          },
          cache: {},
        },
      ],
    },
  });
  expect(emulator.requests.har().log.entries).toHaveLength(2);
});

test('no key and no token is shown, wherever it was sent and however it was written', async () => {
  const secret = 'k/3+y=ä"long enough';
  const short = 'abc';
  const own = [secret, short].map((each) => ({ kind: 'apiKey', secret: each, organizations: ['demo'] }) as const);
  using emulator = createEmulator({ credentials: own });
  const stranger = 'somebody-elses-value';
  const ask = async (line: string, headers: Record<string, string>, body?: string) => {
    const [method = '', path = ''] = line.split(' ');
    await emulator.fetch(
      new Request(`http://emulator${path}`, { method, headers, ...(body !== undefined && { body }) }),
    );
  };
  const everyCharacter = [...new TextEncoder().encode(secret)]
    .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
    .join('');
  for (const header of ['REB-APIKEY', 'Authorization', 'X-Api-Key', 'X-Auth-Token', 'Cookie', 'api_key']) {
    await ask('GET /customers', { [header]: header === 'Authorization' ? `Bearer ${stranger}` : stranger });
  }
  await ask(`GET /customers/${encodeURIComponent(secret)}`, { 'REB-APIKEY': short });
  await ask(`GET /customers?q=${encodeURIComponent(secret)}&api_key=${stranger}&q=${everyCharacter}`, {});
  await ask(`GET /customers/${everyCharacter}`, { 'User-Agent': `curl ${short}` });
  await ask(
    'POST /customers',
    { 'REB-APIKEY': short, ...json },
    JSON.stringify({ paymentToken: stranger, locale: secret }),
  );
  await ask(
    'POST /customers',
    json,
    `{"payment\\u0054oken":"${stranger}","tokens":["${stranger}"],"locale":"\\u0061bc"}`,
  );
  await ask('POST /customers', json, `{"paymentToken":"${stranger}", broken`);
  await ask(
    'POST /customers',
    { 'content-type': 'application/x-www-form-urlencoded' },
    `token=${stranger}&a=${everyCharacter}`,
  );
  await ask('GET /customers?q=sk_live_0123456789&filter=id:eyJhbGciOiJI.eyJzdWIiOiIx.c2ln', {});
  const shown = JSON.stringify([emulator.requests.find(), emulator.requests.har()]);
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), everyCharacter, stranger];
  for (const form of [...forms, 'sk_live_0123456789', 'eyJhbGciOiJI']) expect(shown).not.toContain(form);
  expect(shown).not.toMatch(/\babc\b/);
  expect(emulator.requests.find()).toHaveLength(14);
  // What is no secret stays as it came.
  await ask('PUT /customers/ada', json, '{ "leadSource": {"keyword":"shoes"} ,"locale":"abcd"}');
  expect(emulator.requests.har().log.entries.at(-1)?.request.postData?.text).toBe(
    '{ "leadSource": {"keyword":"shoes"} ,"locale":"abcd"}',
  );
});

test('an organization sees its own requests, and those that are nobody’s', async () => {
  const credentials = ['one', 'two'].map(
    (name) => ({ kind: 'apiKey', secret: `key-${name}`, organizations: [name] }) as const,
  );
  await using emulator = await startEmulator({ credentials });
  const as = (name: string) => ({ url: emulator.url, apiKey: `key-${name}` });
  await send(as('one'), 'GET /customers/first');
  await send(as('two'), 'GET /customers/second');
  await send(as('nobody'), 'GET /customers/third');
  const targets = async (name: string) => {
    const { body } = await send(as(name), 'GET /_requests');
    return JSON.stringify(body).match(/(?<="target":"\/customers\/)\w+/g);
  };
  expect(await targets('one')).toEqual(['first', 'third']);
  await send(as('two'), 'DELETE /_requests');
  expect(await targets('two')).toBeNull();
  expect(await targets('one')).toEqual(['first']);
  expect((await send(as('nobody'), 'GET /_requests')).status).toBe(401);
});

test('the last thousand are kept, and fewer where they are large', async () => {
  const secret = 'key';
  const credentials = [{ kind: 'apiKey', secret, organizations: ['demo'] }] as const;
  using emulator = createEmulator({ credentials, rateLimit: false });
  const ask = (path: string, init: RequestInit = {}) =>
    emulator.fetch(new Request(`http://emulator${path}`, { headers: { 'REB-APIKEY': secret }, ...init }));
  for (let count = 0; count < 1005; count += 1) await ask(`/customers/${count}`);
  expect(emulator.requests.find()).toHaveLength(1000);
  expect(emulator.requests.find()[0]).toMatchObject({ number: 6, target: '/customers/5' });
  const body = `{"locale":"${'x'.repeat(900_000)}"}`;
  for (let count = 0; count < 20; count += 1) await ask('/customers/large', { method: 'PUT', body });
  const kept = emulator.requests.find();
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.length).toBeLessThan(19);
});

test('a body that is nested very deep is shown as text', async () => {
  await using emulator = await startEmulator();
  await send(emulator, 'PUT /customers/deep', '['.repeat(100_000) + ']'.repeat(100_000));
  const { status } = await send(emulator, 'GET /_requests');
  expect(status).toBe(200);
  expect(emulator.requests.find()[0]?.body).toMatch(/^\[{100000}/);
});

test('faults are named, and what they kept from the caller is shown', async () => {
  await using emulator = await startEmulator({ faults: [{ kind: 'drop', times: 1 }] });
  await send(emulator, 'PUT /customers/ada', {}).catch(() => {});
  expect(emulator.requests.find()).toMatchObject([
    { status: 201, faults: ['drop'], response: { body: { id: 'ada' } } },
  ]);
});
