import { createEmulator, type EmulatorOptions, startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] as const;
const page = 'https://app.example.com';

const preflight = {
  method: 'OPTIONS',
  headers: {
    Origin: page,
    'Access-Control-Request-Method': 'PUT',
    'Access-Control-Request-Headers': 'content-type,reb-apikey',
  },
};

const headersOf = ({ status, headers }: Response, ...names: readonly string[]) => [
  status,
  ...names.map((name) => headers.get(`access-control-${name}`)),
];

test('a page may use an emulator that listens on this machine alone, errors and all', async () => {
  await using emulator = await startEmulator({ credentials });
  for (const path of ['/customers', '/customers/ada', '/organizations/demo/customers/ada/lead-source', '/nowhere']) {
    const asked = await fetch(`${emulator.url}${path}`, preflight);
    expect(headersOf(asked, 'allow-origin', 'allow-methods', 'allow-headers', 'max-age')).toEqual([
      204,
      '*',
      'GET, HEAD, POST, PUT, DELETE',
      'content-type,reb-apikey',
      '600',
    ]);
    expect(await asked.text()).toBe('');
  }
  const headers = { Origin: page, 'REB-APIKEY': 'key' };
  const exposed =
    'Date, Location, Pagination-Limit, Pagination-Offset, Pagination-Total, Retry-After, X-RateLimit-Limit, ' +
    'X-RateLimit-Remaining, X-RateLimit-Retry-After';
  for (const [path, status] of [
    ['/customers', 200],
    ['/customers?limit=x', 400],
    ['/customers/nobody', 404],
    ['/nowhere', 404],
  ] as const) {
    const answer = await fetch(`${emulator.url}${path}`, { headers });
    expect(headersOf(answer, 'allow-origin', 'expose-headers')).toEqual([status, '*', exposed]);
  }
  const without = await fetch(`${emulator.url}/customers`, { headers: { Origin: page } });
  expect(headersOf(without, 'allow-origin')).toEqual([401, '*']);
});

test('who is no page is told nothing of pages', async () => {
  await using emulator = await startEmulator({ credentials });
  const { headers } = await fetch(`${emulator.url}/customers`, { headers: { 'REB-APIKEY': 'key' } });
  expect([...headers.keys()].filter((name) => name.startsWith('access-control') || name === 'vary')).toEqual([]);
});

test.each<[EmulatorOptions & { readonly hostname?: string }, string | null]>([
  [{ cors: false }, null],
  [{ cors: true, hostname: '0.0.0.0' }, '*'],
  [{ cors: [page], hostname: '0.0.0.0' }, page],
  [{ cors: ['https://other.example.com'] }, null],
  [{ cors: [] }, null],
  [{ hostname: '0.0.0.0' }, null],
  [{ hostname: 'localhost' }, '*'],
])('with %j a page may read as it says', async (options, origin) => {
  await using emulator = await startEmulator({ credentials, ...options });
  const url = emulator.url.replace('0.0.0.0', '127.0.0.1');
  const asked = await fetch(`${url}/customers`, preflight);
  expect(headersOf(asked, 'allow-origin')).toEqual([origin === null ? 405 : 204, origin]);
  const answer = await fetch(`${url}/customers`, { headers: { Origin: page, 'REB-APIKEY': 'key' } });
  expect(headersOf(answer, 'allow-origin')).toEqual([200, origin]);
  expect(answer.headers.get('vary')).toBe(Array.isArray(options.cors) ? 'Origin' : null);
});

test('a handler without a server lets in the pages that it is told to', async () => {
  for (const [cors, expected] of [
    [undefined, null],
    [true, '*'],
  ] as const) {
    using emulator = createEmulator({ credentials, ...(cors !== undefined && { cors }) });
    const answer = await emulator.fetch(new Request('http://emulator/customers', { headers: { Origin: page } }));
    expect(headersOf(answer, 'allow-origin')).toEqual([401, expected]);
  }
});

test('an OPTIONS that asks nothing is refused as ever', async () => {
  await using emulator = await startEmulator({ credentials });
  const { status, headers } = await fetch(`${emulator.url}/customers`, { method: 'OPTIONS' });
  expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, HEAD, POST' });
});
