import * as fc from 'fast-check';

const nasty = [
  "' OR 1=1 --",
  '"; DROP TABLE customers; --',
  'NEAR(a b)',
  'a AND OR NOT',
  '*',
  '"',
  "''",
  '\\',
  '%',
  '%00',
  '%ff',
  '%F0%9F',
  '%E0%A4%A',
  '..',
  '.',
  '//',
  '../..',
  '@',
  '!',
  ':',
  ';',
  ',',
  '..1',
  '1..',
  '!!',
  '!@',
  '@@',
  '*.a',
  'a..b',
  '__proto__',
  'constructor',
  'customFields.__proto__:1',
  'customFields."a:1',
  "customFields.a'b:1",
  'tags.*.name:1',
  'createdTime:..',
  'createdTime:2021-02-30T00:00:00Z',
  'id:' + 'a,'.repeat(2000),
  'a:1;'.repeat(300),
  'paymentCount:1e999',
  'revision:-0..0',
  '$',
  '$.a',
  '[0]',
  '{}',
  'NaN',
  '-1',
  '1e3',
  '99999999999999999999',
  '0x10',
  '💥',
  '\u0000',
  '\uFFFF',
  ' ',
  '\t',
  '+',
  'a+b',
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const names = ['limit', 'offset', 'filter', 'q', 'sort', 'fields', 'expand', 'targetCustomerId', 'sort[]', '__proto__'];
const encoded = fc.oneof(
  text.map((value) => encodeURIComponent(value.toWellFormed())),
  text,
);
const query = fc
  .array(fc.tuple(fc.constantFrom(...names), encoded), { maxLength: 4 })
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
const path = fc.oneof(
  fc.constantFrom(
    '/customers',
    '/customers/',
    '/customers/ada',
    '/customers/ada/lead-source',
    '/organizations/demo/customers',
  ),
  encoded.map((id) => `/customers/${id}`),
  encoded.map((id) => `/organizations/${id}/customers/ada/lead-source`),
  fc.array(encoded, { maxLength: 6 }).map((segments) => `/${segments.join('/')}`),
  fc.constantFrom(
    '*',
    'http://',
    'http://other/customers?limit=1',
    'customers',
    '',
    '/_faults',
    '/_provider-states',
    '/#',
  ),
);
const method = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE') },
  fc.constantFrom('PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'get', 'PROPFIND', 'BREW', 'G E T', ''),
);

const anything = fc.jsonValue({ maxDepth: 4 });
const memberNames = [
  'primaryAddress',
  'emails',
  'taxNumbers',
  'leadSource',
  'customFields',
  'locale',
  'personId',
  'websiteId',
  'paymentToken',
  'notificationEmails',
  'firstName',
  'country',
  'label',
  'value',
  'referrer',
  '__proto__',
  'constructor',
  'toJSON',
  'id',
  '_links',
];
const { customer } = fc.letrec<{ customer: unknown }>((tie) => ({
  customer: fc.oneof(
    { maxDepth: 5 },
    anything,
    fc.array(tie('customer'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...memberNames), tie('customer')), { maxLength: 6 }).map(Object.fromEntries),
  ),
}));
const json = customer.map((value) => JSON.stringify(value) ?? '');
const body = fc.oneof(
  { weight: 6, arbitrary: json.map((value) => Buffer.from(value)) },
  {
    weight: 2,
    arbitrary: fc.tuple(json, fc.nat()).map(([value, cut]) => Buffer.from(value.slice(0, cut % (value.length + 1)))),
  },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  fc.constantFrom('[', '{"a":').map((open) => Buffer.from(open.repeat(5000))),
  fc.nat(1000).map((depth) => Buffer.from(`{"customFields":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`)),
);
const header = fc.oneof(
  fc.tuple(
    fc.constantFrom('Content-Type', 'Content-Encoding', 'Accept', 'Organization-Id', 'Host', 'Expect', 'Range'),
    text,
  ),
  fc.constantFrom<[string, string]>(
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['Content-Type', 'multipart/form-data; boundary=x'],
    ['Content-Encoding', 'gzip'],
    ['Expect', '100-continue'],
    ['Expect', 'a miracle'],
    ['Upgrade', 'websocket'],
    ['Connection', 'upgrade'],
    ['Connection', 'close'],
    ['Host', 'a b'],
    ['X-HTTP-Method-Override', 'PURGE'],
    ['Authorization', 'Bearer x'],
    ['Authorization', 'Basic x'],
    ['If-Match', '*'],
    ['Cookie', 'a=b'],
  ),
);

/** What a request is made from. */
export interface MalformedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: readonly [string, string][];
  readonly body: Buffer;
}

/** Requests that are wrong in any part but their form as HTTP/1.1. */
export const malformedRequest: fc.Arbitrary<MalformedRequest> = fc.record({
  method,
  path,
  query,
  headers: fc.array(header, { maxLength: 3 }),
  body,
});

/** Nothing in a line that would end it: what is malformed on that level is another test's. */
function line(value: string): string {
  return value.replaceAll(/[\r\n]/g, '');
}

/** The request as it goes over the wire. `lie` is how much its length is off. */
export function bytesOf(parts: MalformedRequest, apiKey: string, lie = 0): Buffer {
  const target = line(parts.query === '' ? parts.path : `${parts.path}?${parts.query}`);
  const lines = [
    `${parts.method} ${target} HTTP/1.1`,
    ...(parts.headers.some(([name]) => name === 'Host') ? [] : ['Host: x']),
    `REB-APIKEY: ${apiKey}`,
    ...parts.headers.map(([name, value]) => `${name}: ${line(value)}`),
    `Content-Length: ${parts.body.length + lie}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), parts.body]);
}
