import type { JsonSchema } from './json-schema.ts';

/** A value that a place of a schema may have. */
export interface Possibility {
  /** What is claimed of the place, as a sentence about it: `may be null`. */
  readonly claim: string;
  readonly value: unknown;
}

/** Longer than any limit that a reader sets where the API sets none. */
const longText = 1000;

const samples: Readonly<Record<string, readonly string[]>> = {
  'date-time': ['2026-03-08T12:57:32Z', '2026-03-08T12:57:32+00:00', '2026-03-08T12:57:32.123456Z'],
  date: ['1980-04-01'],
  email: ['bob@example.com', 'bob+news@mail.example.co.uk'],
  uri: ['https://www.rebilly.com', 'http://example.com/path?query=1#part'],
};

/** The values that tell readers apart, among those that the API promises for a text, number, boolean or map. */
export function possibleValues(documented: JsonSchema): readonly Possibility[] {
  const { type, const: only, enum: values, format } = documented;
  if (only !== undefined) return [];
  if (values !== undefined) return values.map(possibility);
  if (type === 'integer') return [0, 1, 1_000_000].map(possibility);
  if (type === 'number') return [0, 0.5, 1_000_000].map(possibility);
  if (type === 'boolean') return [true, false].map(possibility);
  if (type === 'string')
    return (format === undefined ? undefined : samples[format])?.map(possibility) ?? lengths(documented);
  return [];
}

/** Both ends of the length of a text. Where the API names no end: one character, and many. */
function lengths({ minLength = 1, maxLength = longText, pattern }: JsonSchema): readonly Possibility[] {
  const fits = pattern === undefined ? undefined : new RegExp(pattern);
  return [Math.max(minLength, 1), maxLength].flatMap((length) => {
    const value = 'X'.repeat(length);
    return fits?.test(value) === false ? [] : [{ claim: `may have ${characters(length)}`, value }];
  });
}

function characters(length: number): string {
  return length === 1 ? 'one character' : `${length} characters`;
}

function possibility(value: unknown): Possibility {
  return { claim: `may be ${JSON.stringify(value)}`, value };
}
