import { DatabaseSync } from 'node:sqlite';

import { type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

import { send } from './send.ts';

const moments = [
  '2021-05-01T00:00:00Z',
  '2021-05-01T02:00:00+02:00',
  '2021-04-30T19:00:00-05:00',
  '2021-05-01T05:45:00+05:45',
  '2021-05-01T00:00:00.000Z',
  '2021-05-01T00:00:00.001Z',
  '2021-05-01T00:00:00.5+00:00',
  '2021-05-01T00:00:01-00:00',
  '2021-04-30T23:59:59.999Z',
  '2021-05-01T13:59:59+14:00',
  '2020-02-29T12:00:00Z',
  '2020-02-29T12:00:00-12:00',
  '1969-12-31T23:59:59Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  // Days and texts, which stand in no range of moments.
  '2021-05-01',
  'yesterday',
];
const numbers = [0, -0, 1, -1, 2, 10, 9, 1.5, -1.5, 1e21, 5e-324, 9_007_199_254_740_991, '5', 'five', true, null];
const texts = [
  'John',
  'JOHN',
  'jöhn',
  'JÖHN',
  'ΟΔΟΣ',
  'straße',
  'STRASSE',
  'I',
  'İ',
  'ı',
  'Ж',
  'ж',
  'ﬁ',
  'fi',
  'é',
  'É',
];

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({ rateLimit: false });
  for (const [member, values] of Object.entries({ moments, numbers, texts })) {
    for (const [index, value] of values.entries()) {
      await send(emulator, `PUT /customers/${member}-${index}`, { customFields: { [member]: value } });
    }
  }
});
afterAll(() => emulator.close());

const Found = z.array(z.object({ id: z.string() }));

/** The values that a filter of one of the three fields finds, by their position. */
async function found(member: 'moments' | 'numbers' | 'texts', value: string): Promise<number[]> {
  const filter = encodeURIComponent(`customFields.${member}:${value}`);
  const { body } = await send(emulator, `GET /customers?limit=100&fields=id&filter=${filter}`);
  return Found.parse(body)
    .map(({ id }) => Number(id.split('-').at(-1)))
    .toSorted((a, b) => a - b);
}

function positions<Value>(values: readonly Value[], isFound: (value: Value) => boolean): number[] {
  return values.flatMap((value, index) => (isFound(value) ? [index] : []));
}

test.each(moments.slice(0, -2))('SQLite itself finds the same moments at %s, from it and until it', async (moment) => {
  using database = new DatabaseSync(':memory:');
  // In ms, which is as exact as either of them is.
  const query = database.prepare(
    "SELECT round(unixepoch(?, 'subsec') * 1000) - round(unixepoch(?, 'subsec') * 1000) AS gap",
  );
  const gap = (text: string) => (text.includes('T') ? Number(query.get(text, moment)?.['gap']) : Number.NaN);
  expect(await found('moments', moment)).toEqual(positions(moments, (text) => gap(text) === 0));
  expect(await found('moments', `${moment}..`)).toEqual(positions(moments, (text) => gap(text) >= 0));
  expect(await found('moments', `..${moment}`)).toEqual(positions(moments, (text) => gap(text) <= 0));
});

test.each(['0', '-0', '1', '1.0', '01', '-1', '1.5', '10', '9007199254740991', '1000000000000000000000'])(
  'JavaScript itself finds the same numbers at %s, from it and until it',
  async (text) => {
    const least = (value: unknown) => typeof value === 'number' && value >= Number(text);
    const most = (value: unknown) => typeof value === 'number' && value <= Number(text);
    expect(await found('numbers', text)).toEqual(positions(numbers, (value) => least(value) && most(value)));
    expect(await found('numbers', `${text}..`)).toEqual(positions(numbers, least));
    expect(await found('numbers', `..${text}`)).toEqual(positions(numbers, most));
  },
);

test.each([
  ['5', ['5']],
  ['FIVE', ['five']],
  ['true', [true]],
  ['null', []],
  ['1e0', []],
  ['+1', []],
  ['0x1', []],
])('a value of an own field may be of any kind: %s', async (text, values) => {
  expect(await found('numbers', text)).toEqual(positions(numbers, (value) => values.some((each) => each === value)));
});

test.each([...texts, 'john', 'οδος', 'ﬀ'])(
  'JavaScript itself finds the same texts for %s, in any case',
  async (text) => {
    const same = (value: string) => value.toLowerCase() === text.toLowerCase();
    expect(await found('texts', text)).toEqual(positions(texts, same));
  },
);

test.each([
  '2021-02-30T00:00:00Z',
  '2021-05-01T24:00:00Z',
  '2016-12-31T23:59:60Z',
  '2021-05-01T00:00:00',
  '2021-05-01t00:00:00z',
])('a time is none that no clock shows, or without an offset: %s', async (text) => {
  expect((await send(emulator, `GET /customers?filter=createdTime:${text}`)).body).toMatchObject({
    status: 400,
    invalidFields: [{ field: 'filter', message: `"${text}" is not a value of "createdTime", which is a date-time.` }],
  });
});
