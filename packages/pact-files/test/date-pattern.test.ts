import { expect, test } from 'vitest';

import { datePattern } from '../src/matching/date-pattern.ts';
import { judgedByCore } from './judged-by-core.ts';

/** Formats, each with texts that fit it and texts that don't: by Pact's core, too. */
const formats: readonly (readonly [format: string, fits: readonly string[], misfits: readonly string[]])[] = [
  ['yyyy-MM-dd', ['2026-03-08'], ['12026-03-08', '2026/03/08', '2026-03-08Z', '']],
  ['uuuu', ['2026'], ['02026']],
  ['yy', ['26'], ['2026']],
  ['dd.MM.yyyy', ['08.03.2026'], ['08x03x2026']],
  ["yyyy'y'MM", ['2026y03'], ['202603', "2026'y'03"]],
  ["yyyy-MM-dd'T'HH:mm:ss'Z'", ['2026-03-08T12:57:32Z'], ['2026-03-08T12:57:32+0100', '2026-03-08 12:57:32Z']],
  ['HH:mm:ss.SSS', ['12:57:32.123'], ['12:57:32', '12:57:32,123']],
  ['HH:mm:ss.SSSSSS', ['12:57:32.123456'], ['12:57:32']],
  ['HH:mm X', ['12:57 Z', '12:57 +01'], ['12:57 +01:00', '12:57']],
  ['HH:mm XX', ['12:57 Z', '12:57 -0130'], ['12:57 +01', '12:57 +01:00']],
  ['HH:mm XXX', ['12:57 Z', '12:57 +01:00'], ['12:57 +01', '12:57 +0100', '12:57']],
  ['HH:mm Z', ['12:57 +0100'], ['12:57 Z', '12:57 +01:00']],
];

test('reads the formats of Java that Pact writes', () => {
  const judged = formats.map(([format, ...texts]) => [
    format,
    ...texts.map((each) => each.filter((text) => datePattern(format)?.test(text))),
  ]);
  expect(judged).toEqual(formats.map(([format, fits]) => [format, fits, []]));
});

test("reads them as Pact's own core does", async () => {
  const cases = formats.flatMap(([format, fits, misfits]) =>
    [...fits, ...misfits].map((value) => ({ matchers: [{ match: 'timestamp', format }], example: fits[0], value })),
  );
  const judged = await judgedByCore(cases, 'body');
  expect(cases.filter((_, index) => judged[index]).map(({ value }) => value)).toEqual(
    formats.flatMap(([, fits]) => fits),
  );
});

test.each(['EEEE', 'MMM dd', 'hh:mm a', 'YYYY'])(
  'does not judge %j, which has a unit that it does not know',
  (format) => {
    expect(datePattern(format)).toBeUndefined();
  },
);
