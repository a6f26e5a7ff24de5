import { JsonSchema, possibleValues } from '@customer-contracts/pact-files/internal';
import { expect, test } from 'vitest';
import * as z from 'zod';

const text = z.string();
const jsonOf = (schema: z.ZodType) => JsonSchema.parse(z.toJSONSchema(schema, { io: 'input' }));

const places: Readonly<Record<string, readonly [schema: z.ZodType, values: readonly unknown[]]>> = {
  'an enumeration': [z.enum(['a', 'b']), ['a', 'b']],
  'a boolean': [z.boolean(), [true, false]],
  'a number': [z.number(), [0, 0.5, 1_000_000]],
  'an integer': [z.int(), [0, 1, 1_000_000]],
  'a day': [z.iso.date(), ['1980-04-01']],
  'a date-time with offsets': [
    z.iso.datetime({ offset: true }),
    ['2026-03-08T12:57:32Z', '2026-03-08T12:57:32+00:00', '2026-03-08T12:57:32.123456Z'],
  ],
  'an e-mail address': [z.email(), ['bob@example.com', 'bob+news@mail.example.co.uk']],
  'a URL': [z.url(), ['https://www.rebilly.com', 'http://example.com/path?query=1#part']],
  'a text': [text, ['X', 'X'.repeat(1000)]],
  'a short text': [text.min(2).max(4), ['XX', 'XXXX']],
  'a text with a pattern': [text.regex(/^X{1,9}$/), ['X']],
  'a literal': [z.literal('a'), []],
  'an object': [z.object({}), []],
  'a list': [z.array(text), []],
};

test.each(Object.entries(places))('gives values of %s that tell readers apart, and zod takes each', (_, place) => {
  const [schema, values] = place;
  const possible = possibleValues(jsonOf(schema));
  expect(possible.map(({ value }) => value)).toEqual(values);
  expect(possible.filter(({ value }) => !schema.safeParse(value).success)).toEqual([]);
});

test('says what it claims', () => {
  const claims = [{ type: 'boolean' }, { type: 'string', maxLength: 50 }].flatMap(possibleValues);
  expect(claims.map(({ claim }) => claim)).toEqual([
    'may be true',
    'may be false',
    'may have one character',
    'may have 50 characters',
  ]);
});
