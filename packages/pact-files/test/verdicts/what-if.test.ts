import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import {
  type ConsumerVerdict,
  parsePact,
  PactOptionError,
  whatIf,
  type WhatIfOptions,
} from '@customer-contracts/pact-files';
import { changes as history } from '@customer-contracts/schemas/history';
import { expect, test } from 'vitest';

import { key, raw, type RawInteraction, rawPact } from '../raw-pact.ts';
import { run } from '../run.ts';

const program = fileURLToPath(new URL('../../dist/customer-pact.js', import.meta.url));
const like = { match: 'type' };

const containing = (text: string): unknown => expect.stringContaining(text);

/** A consumer by what it does, and the changes that break it. */
const consumers: readonly (readonly [does: string, interaction: RawInteraction, breaks: readonly string[]])[] = [
  [
    'reads an e-mail address that is never null',
    raw.getCustomer({ answer: { id: 'a', email: 'a@example.com' }, rules: { '$.email': like } }),
    ['2022-01-27/2026-08-21'],
  ],
  [
    'reads a text of a lead source that is never null',
    raw.getLeadSource({ rules: { '$.medium': like } }),
    ['2023-02-10'],
  ],
  [
    'needs isEddRequired',
    raw.getCustomer({ answer: { id: 'a', isEddRequired: false }, rules: { '$.isEddRequired': like } }),
    ['2026-05-06'],
  ],
  [
    'needs isEddRequired, and another member that the document has otherwise now',
    raw.getCustomer({
      answer: { id: 'a', isEddRequired: false, _embedded: [{ leadSource: {} }] },
      rules: { '$.isEddRequired': like, '$._embedded': like },
    }),
    ['2023-01-21', '2026-05-06'],
  ],
  [
    'reads the list that what is embedded was',
    raw.getCustomer({ answer: { id: 'a', _embedded: [{ leadSource: {} }] }, rules: { '$._embedded': like } }),
    ['2023-01-21'],
  ],
  [
    'reads the object that what is embedded is',
    raw.getCustomer({ answer: { id: 'a', _embedded: { leadSource: {} } }, rules: { '$._embedded': like } }),
    [],
  ],
  [
    'lists the types of tags',
    raw.getCustomer({
      answer: { id: 'a', tags: [{ name: 'New', type: 'customer' }] },
      rules: { '$.tags[*].type': { match: 'regex', regex: 'customer|kyc-document' } },
    }),
    ['2023-08-07'],
  ],
  [
    'takes any type of tags',
    raw.getCustomer({
      answer: { id: 'a', tags: [{ name: 'New', type: 'customer' }] },
      rules: { '$.tags[*].type': like },
    }),
    [],
  ],
  [
    'reads the former error',
    raw.getCustomer({ state: 'no customer', status: 404, answer: { error: 'gone' }, rules: { '$.error': like } }),
    ['2022-03-03'],
  ],
  [
    'reads the problem',
    raw.getCustomer({ state: 'no customer', status: 404, answer: { title: 'gone' }, rules: { '$.title': like } }),
    [],
  ],
  ['sends the header Organization-Id', raw.list({ headers: { ...key, 'Organization-Id': 'org' } }), ['2022-02-16']],
  ['lists beyond the offset 1000', raw.list({ query: { offset: ['5000'] } }), ['2023-08-01']],
  ['lists up to it', raw.list({ query: { offset: ['1000'] } }), []],
  ['records a lead source by PUT', raw.putLeadSource({ answer: {} }), ['2018-09']],
  [
    'sends a referrer without a scheme',
    raw.putLeadSource({ send: { referrer: 'www.example.com' }, answer: {} }),
    ['2018-09', '2026-03-03'],
  ],
  [
    'writes the default payment instrument itself',
    raw.put({ send: { defaultPaymentInstrument: { method: 'cash', receivedBy: 'Ann' } } }),
    ['2026-08-18'],
  ],
  ['writes it by its id', raw.put({ send: { defaultPaymentInstrumentId: 'inst_1' } }), []],
  ['creates customers', raw.post(), []],
];

/** All of them at once, each by its own name. */
const found = await whatIf(
  consumers.map(([does, interaction]) => parsePact(rawPact([interaction], does), 'pact.json')),
);

/** The dates of the changes that mean something for a consumer. */
function datesOf(consumer: string, verdict: string): readonly string[] {
  const isMeant = (each: ConsumerVerdict) => each.consumer === consumer && each.verdict === verdict;
  return found.changes
    .filter(({ changes }) => changes.some((each) => each.consumers.some(isMeant)))
    .map(({ date }) => date);
}

test.each(consumers)('a consumer that %s', (does, _, breaks) => {
  expect(datesOf(does, 'breaks')).toEqual(breaks);
});

test('tells what no test has tried from what breaks', () => {
  expect(datesOf('creates customers', 'untested')).toEqual(['2018-05', '2024-05-14']);
});

test('makes every change that is known', () => {
  expect(found.changes.map(({ date, title }) => ({ date, title }))).toEqual(
    history.map(({ date, title }) => ({ date, title })),
  );
});

test.each<[options: WhatIfOptions, first: string, last: string]>([
  [{ since: '2020-04' }, '2020-04-01/2022-01-27', '2026-08-18'],
  [{ since: '2018-05' }, '2018-05', '2026-08-18'],
  // Some day of that month, perhaps this one.
  [{ since: '2018-05-31' }, '2018-05', '2026-08-18'],
  [{ since: '2018-06-01' }, '2018-09', '2026-08-18'],
  [{ until: '2018' }, '2017-01', '2018-09'],
  [{ since: '2022-02-16', until: '2022-02-16' }, '2020-04-01/2026-08-21', '2022-02-16'],
])('of %j it makes the changes from %s to %s', async (options, first, last) => {
  const { changes } = await whatIf([], options);
  expect(changes[0]?.date).toBe(first);
  expect(changes.at(-1)?.date).toBe(last);
});

test('what is in no request and no answer says itself who breaks, and nothing else does', () => {
  const elsewhere = found.changes.filter(({ changes }) => changes.length === 0);
  expect(elsewhere.map(({ date }) => date)).toEqual([
    '2020-04-01/2026-08-21',
    '2020-11-19',
    '2021-11-10',
    '2022-01-27/2026-08-21',
    '2023-01-27',
    '2023-11-13',
  ]);
  expect(found.changes.filter(({ breaks }) => breaks !== undefined)).toEqual(elsewhere);
});

test('a change is judged in the document of its day, whatever came later', () => {
  const dates = ['2023-02-10', '2023-02-17'];
  const said = found.changes
    .filter(({ date }) => dates.includes(date))
    .flatMap((each) => each.changes.filter(({ member }) => member === 'path'));
  expect(new Set(said.map(({ kind, what }) => `${kind} ${what}`))).toEqual(
    new Set([
      'became-nullable may be null',
      'limit-changed maxLength is 255, was none',
      'limit-changed maxLength is 512, was 255',
    ]),
  );
});

test.each([
  [
    { since: '2020-13' },
    'Failed to ask what if: since is "2020-13". Give a year, a month or a day: 2020, 2020-04, 2020-04-30.',
  ],
  [
    { until: '2022-02-30' },
    'Failed to ask what if: until is "2022-02-30". Give a year, a month or a day: 2020, 2020-04, 2020-04-30.',
  ],
  [
    { since: '2023', until: '2022-12-31' },
    'Failed to ask what if: until is "2022-12-31". Give a time that is not before `since`.',
  ],
])('refuses %j', async (options, message) => {
  const error: unknown = await whatIf([], options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PactOptionError);
  expect(error).toHaveProperty('message', message);
});

/** A working directory with the contract of billing-web. */
function makeProject() {
  const path = mkdtempSync(join(tmpdir(), 'what-if-'));
  mkdirSync(join(path, 'pacts'));
  const reading = raw.getCustomer({
    answer: { id: 'cus_01', email: 'ann@example.com', isEddRequired: false },
    rules: { '$.id': like, '$.email': like, '$.isEddRequired': like },
  });
  writeFileSync(join(path, 'pacts/billing-web.json'), rawPact([reading, raw.put()]));
  return {
    ask: async (...parameters: readonly string[]) => run([program, 'what-if', ...parameters], path),
    [Symbol.dispose]: () => rmSync(path, { recursive: true }),
  };
}

test('the command tells whom the changes would have broken, what no test had tried, and what it can not see', async () => {
  using project = makeProject();
  expect(await project.ask('--since', '2024')).toEqual({
    code: 0,
    output: `undated, 2022-01-27 to 2026-08-21  Members of a customer may be null
✘ response  email may be null
    getCustomer 200
    breaks billing-web: get a customer (getCustomer 200)
      {"id":"cus_01","email":null,"isEddRequired":false}

2026-05-06  A customer has no isEddRequired
✘ response  isEddRequired is gone
    getCustomer 200
    breaks billing-web: get a customer (getCustomer 200)
      {"id":"cus_01","email":"ann@example.com"}

? 2024-05-14  Writes are limited: 429, and X-RateLimit headers: not tried by billing-web

✘ 1 of 13 dated changes since 2024 would have broken your code, and 1 more brought what no test had tried
6 more changes have no date, 1 of which would have broken your code.
Not judged, because they are in no request or answer: Customers are no longer listed as CSV (2020-04-01/2026-08-21: breaks whoever asks for text/csv); There is no address without the organization (2022-01-27/2026-08-21: breaks whoever calls a path without it, should the server refuse it).
Not seen: what your code reads or sends and no pact has, and what the API did without documenting it.
`,
  });
});

test('the command prints JSON', async () => {
  using project = makeProject();
  const { code, output } = await project.ask('--since', '2026-05-06', '--until', '2026-08-03', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({
    since: '2026-05-06',
    until: '2026-08-03',
    dated: 2,
    breaking: 1,
    untested: 0,
  });
});

test('the command exits with 2 when it can not read what it was given', async () => {
  using project = makeProject();
  expect(await project.ask('--since', 'april')).toMatchObject({
    code: 2,
    output: containing(
      "option '--since <time>' argument 'april' is invalid. Give a year, a month or a day, such as 2020, 2020-04 or 2020-04-30.",
    ),
  });
  expect(await project.ask('--since', '2023', '--until', '2022')).toMatchObject({
    code: 2,
    output: 'error: --until 2022 is before --since 2023\n',
  });
  expect(await project.ask('nowhere')).toMatchObject({ code: 2, output: containing('Failed to read nowhere') });
});
