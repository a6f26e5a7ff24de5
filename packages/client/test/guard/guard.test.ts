import { isCustomersApiError } from '@customer-contracts/client';
import {
  type ResponseDrift,
  type TestedAnswers,
  type WatchOptions,
  watchResponses,
} from '@customer-contracts/client/guard';
import { expect, test } from 'vitest';

import { serve } from '../serve.ts';

const url = 'https://api-sandbox.rebilly.com/organizations/demo/customers/cus_01';
const json = { 'content-type': 'application/json' };
const answering =
  (body: string, status = 200) =>
  async (_url: string | URL | Request, _init?: RequestInit): Promise<Response> =>
    new Response(body, { status, headers: json });
const deviating = answering('{"id":7}');

/** What is told of an answer that is read. */
async function told(
  fetch: (url: string) => Promise<Response>,
  options: Partial<WatchOptions> = {},
  to = url,
): Promise<readonly ResponseDrift[]> {
  const drifts: ResponseDrift[] = [];
  const watched = watchResponses(fetch, { onDrift: (drift) => drifts.push(drift), ...options });
  await (await watched(to)).text();
  await watched.settled();
  return drifts;
}

test('tells what the client reads, repeats included', async () => {
  const drifts: ResponseDrift[] = [];
  const watched = watchResponses(fetch, { onDrift: (drift) => drifts.push(drift) });
  await using server = await serve({ status: 503, text: '<p>' }, { json: { id: 'cus_01', tier: 7 } });
  const client = server.client({ fetch: watched });
  expect(await client.getCustomer({ id: 'cus_01' })).toEqual({ status: 200, body: { id: 'cus_01', tier: 7 } });
  await watched.settled();
  expect(drifts).toEqual([
    {
      operation: 'getCustomer',
      status: 503,
      in: 'body',
      kind: 'status-added',
      seen: '503',
      promised: '200, 401, 403 or 404',
      member: '',
    },
    {
      operation: 'getCustomer',
      status: 200,
      in: 'body',
      kind: 'member-added',
      seen: 'integer',
      promised: 'nothing',
      member: 'tier',
    },
  ]);
});

test('judges what a fetch gives that has no Response', async () => {
  const watched = watchResponses(
    async (_url: string) => ({ status: 200, headers: new Headers(json), text: async () => '{"id":null}' }),
    { onDrift: (drift) => drifts.push(drift.kind) },
  );
  const drifts: string[] = [];
  expect(await (await watched(url)).text()).toBe('{"id":null}');
  await watched.settled();
  expect(drifts).toEqual(['became-nullable']);
});

test.each([
  ['text', url, undefined],
  ['a URL', new URL(url), undefined],
  ['a Request', new Request(url), undefined],
  ['a method in lower case', url, { method: 'get' }],
  ['a method that the second argument changes', new Request(url, { method: 'PUT' }), { method: 'GET' }],
])('knows the operation of %s', async (_, input, init) => {
  const kinds: string[] = [];
  const watched = watchResponses(deviating, { onDrift: ({ operation, kind }) => kinds.push(`${operation} ${kind}`) });
  await (await watched(input, init)).json();
  await watched.settled();
  expect(kinds).toEqual(['getCustomer type-changed']);
});

test.each([
  ['https://api.rebilly.com/customers/cus_01', undefined, 1],
  ['https://api.rebilly.com/v2.1/customers/cus_01', undefined, 1],
  ['https://proxy.example/rebilly/organizations/demo/customers/cus_01', undefined, 1],
  ['https://api.example/customers/organizations/lead-source', undefined, 1],
  ['https://api.example/orders/7', undefined, 0],
  ['https://api.example/v1/customers/cus_01', undefined, 0],
  ['https://api.example/customers/cus_01/notes', undefined, 0],
  ['https://api.example/v1/customers/cus_01', 'https://api.example/v1', 1],
  ['https://api.example/v1/customers/cus_01', new URL('https://api.example/v1/'), 1],
  ['https://api.example/v1/organizations/demo/customers/cus_01', 'https://api.example/v1', 1],
  ['https://api.example/v10/customers/cus_01', 'https://api.example/v1', 0],
  ['https://api.example.evil/customers/cus_01', 'https://api.example', 0],
  ['https://api.example:8443/customers/cus_01', 'https://api.example', 0],
  ['http://api.example/customers/cus_01', 'https://api.example', 0],
])('of %s, with the base %s, it judges %i', async (to, baseUrl, count) => {
  const watched = watchResponses(deviating, { onDrift: () => {}, baseUrl });
  await (await watched(to)).text();
  expect(watched.counts().answers).toBe(count);
});

test('judges the sample alone', async () => {
  const drawn = [0.05, 0.1, 0.99, 0];
  const watched = watchResponses(deviating, { onDrift: () => {}, sample: 0.1, random: () => drawn.shift() ?? 1 });
  for (let count = 0; count < 5; count += 1) await (await watched(url)).text();
  await watched.settled();
  expect(watched.counts()).toEqual({ answers: 5, judged: 2, bodies: 2, told: 1, untold: 0 });
});

const failing: readonly (readonly [what: string, options: WatchOptions])[] = [
  [
    'onDrift throws',
    {
      onDrift: () => {
        throw new Error('No.');
      },
    },
  ],
  ['onDrift rejects', { onDrift: () => Promise.reject(new Error('No.')) }],
  [
    'random throws',
    {
      onDrift: () => {},
      random: () => {
        throw new Error('No.');
      },
    },
  ],
];

test.each(failing)('passes the answer on when %s', async (_, options) => {
  const rejections: unknown[] = [];
  const listener = (reason: unknown): void => void rejections.push(reason);
  process.on('unhandledRejection', listener);
  const watched = watchResponses(deviating, options);
  expect(await (await watched(url)).json()).toEqual({ id: 7 });
  await watched.settled();
  await new Promise(setImmediate);
  process.off('unhandledRejection', listener);
  expect(rejections).toEqual([]);
});

test('the answer is read before it is judged', async () => {
  const order: string[] = [];
  const watched = watchResponses(deviating, { onDrift: () => order.push('told') });
  const response = await watched(url);
  order.push('answered');
  await response.json();
  order.push('read');
  await watched.settled();
  expect(order).toEqual(['answered', 'read', 'told']);
});

test('an error of the fetch stays the same, and a body that is read twice says so', async () => {
  const reason = new TypeError('fetch failed');
  const watched = watchResponses(async (_url: string): Promise<Response> => Promise.reject(reason), {
    onDrift: () => {},
  });
  await expect(watched(url)).rejects.toBe(reason);
  const twice = await watchResponses(deviating, { onDrift: () => {} })(url);
  await twice.text();
  await expect(twice.text()).rejects.toThrow('Body is unusable: Body has already been read');
});

test('a method that is borrowed reads whom it is called on', async () => {
  const response = await watchResponses(deviating, { onDrift: () => {} })(url);
  const { text } = response;
  expect(await text.call(new Response('another one'))).toBe('another one');
  expect(await text.call(response)).toBe('{"id":7}');
});

test('names 20 undocumented members of an answer, and calls the others *', async () => {
  const names = Array.from(
    { length: 5000 },
    (_, index) =>
      `extra${String.fromCharCode(97 + (index % 26), 97 + (Math.trunc(index / 26) % 26), 97 + Math.trunc(index / 676))}`,
  );
  const body = JSON.stringify({ id: 'cus_01', ...Object.fromEntries(names.map((name) => [name, 1])) });
  const members = (await told(answering(body))).map(({ member }) => member);
  expect(members).toEqual([...names.slice(0, 20), '*']);
});

test('takes a name that looks like data for *, however long', async () => {
  const odd = {
    'ann@example.com': 1,
    '4111111111111111': 1,
    ['x'.repeat(100_000)]: 1,
    'a b': 1,
    cus_0123: 1,
    ['__proto__']: 1,
  };
  const body = JSON.stringify({ id: 'cus_01', ...odd }).replace('{', '{"__proto__":1,');
  expect((await told(answering(body))).map(({ member }) => member)).toEqual(['__proto__', '*']);
});

test('tells 1,000 deviations, and counts the others', async () => {
  let status = 200;
  const fetch = async (to: string): Promise<Response> => {
    status = 200 + ((status - 199) % 300);
    return answering('{}', status === 204 || status === 205 || status === 304 ? 299 : status)(to);
  };
  const watched = watchResponses(fetch, { onDrift: () => {} });
  for (const path of ['', '/cus_01', '/cus_01/lead-source'])
    for (const method of path === '' ? ['GET', 'POST'] : ['GET', 'PUT', 'DELETE'])
      for (let count = 0; count < 300; count += 1)
        await watchedWith(watched, method)(`https://api.rebilly.com/customers${path}`);
  await watched.settled();
  expect(watched.counts().told).toBe(1000);
  expect(watched.counts().untold).toBeGreaterThan(1000);
});

const watchedWith = (watched: (url: string, init?: RequestInit) => Promise<Response>, method: string) => (to: string) =>
  watched(to, { method });

test('survives whatever a body is', async () => {
  const bodies = [
    '['.repeat(100_000),
    '"x"',
    '1e999',
    '{"id":{"id":{}}}',
    '\uFEFF{"id":"a"}',
    '{"id":"\\ud800"}',
    '{"constructor":1,"id":"a","hasOwnProperty":2}',
    `[${'null,'.repeat(1000)}1]`,
  ];
  for (const body of bodies) {
    const watched = watchResponses(answering(body), { onDrift: () => {} });
    expect(await (await watched(url)).text()).toBe(body.replace('\uFEFF', ''));
    await watched.settled();
    expect(watched.counts().bodies).toBe(1);
  }
});

const tested: TestedAnswers = {
  getCustomer: {
    200: {
      isOptional: false,
      isNullable: false,
      object: {
        members: {
          id: { isOptional: false, isNullable: false, text: {} },
          email: { isOptional: false, isNullable: false, text: {} },
        },
      },
    },
    404: null,
  },
};

test.each([
  [
    'a null',
    answering('{"id":"a","email":null}'),
    'became-nullable email: null, tested string, promised string, null or nothing',
  ],
  [
    'an absence',
    answering('{"id":"a"}'),
    'became-optional email: nothing, tested string, promised string, null or nothing',
  ],
  ['a status', answering('{}', 403), 'status-added : 403, tested 200 or 404, promised 200, 401, 403 or 404'],
])('tells %s that the contract did not test', async (_, fetch, expected) => {
  const drifts = await told(fetch, { tested });
  const shown = drifts.map(
    (drift) => `${drift.kind} ${drift.member}: ${drift.seen}, tested ${drift.tested}, promised ${drift.promised}`,
  );
  expect(shown).toEqual([expected]);
});

test('tells nothing of what the contract tested, and of what left the promise only that', async () => {
  expect(await told(answering('{"id":"a","email":"a@example.com","locale":null}'), { tested })).toEqual([]);
  expect(await told(answering('{"status":404}', 404), { tested })).toEqual([]);
  expect((await told(answering('{"id":7,"email":"a@example.com"}'), { tested })).map(({ tested: by }) => by)).toEqual([
    undefined,
  ]);
});

test('tells an operation that the contract does not have', async () => {
  const drifts = await told(answering('{}'), { tested }, `${url}/lead-source`);
  expect(drifts.map((drift) => `${drift.operation} ${drift.kind} ${drift.tested}`)).toEqual([
    'getCustomerLeadSource status-added nothing',
  ]);
});

const words = 'Failed to watch responses:';
test.each<readonly [unknown, string, string]>([
  [undefined, 'onDrift', `${words} onDrift is of type undefined. Give a function.`],
  [{ onDrift: 'log' }, 'onDrift', `${words} onDrift is of type string. Give a function.`],
  [{ onDrift, sample: 2 }, 'sample', `${words} sample is 2. Give a number from 0 to 1.`],
  [{ onDrift, sample: NaN }, 'sample', `${words} sample is NaN. Give a number from 0 to 1.`],
  [{ onDrift, sample: '0.5' }, 'sample', `${words} sample is of type string. Give a number from 0 to 1.`],
  [{ onDrift, random: 0.5 }, 'random', `${words} random is 0.5. Give a function.`],
  [
    { onDrift, baseUrl: 'https://user:secret@api.example' },
    'baseUrl',
    `${words} baseUrl is of type string. Give an http(s) URL without credentials, query and fragment.`,
  ],
  [
    { onDrift, baseUrl: '/customers' },
    'baseUrl',
    `${words} baseUrl is of type string. Give an http(s) URL without credentials, query and fragment.`,
  ],
  [
    { onDrift, tested: { consumer: {}, interactions: [] } },
    'tested',
    `${words} tested is of type object. Give what testedAnswers makes of pacts.`,
  ],
  [
    { onDrift, ondrift: 1 },
    'ondrift',
    `${words} there is no option ondrift. Choose from onDrift, sample, random, baseUrl, tested.`,
  ],
])('refuses the options %j', (options, option, message) => {
  const error = caught(() => Reflect.apply(watchResponses, null, [fetch, options]));
  expect(isCustomersApiError(error, 'InvalidOptionsError') && [error.option, error.message]).toEqual([option, message]);
});

function onDrift(): void {}

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
