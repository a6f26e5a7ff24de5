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
  'uri-reference': ['/path?query=1#part'],
  uuid: ['4f6cf35a-2c4d-483e-a0a9-158621f77a21'],
  time: ['12:57:32Z'],
  hostname: ['www.example.com'],
  ipv4: ['192.0.2.1'],
  ipv6: ['2001:db8::1'],
};

/** The values that tell readers apart, among those that the API promises for a text, number, boolean or map. */
export function possibleValues(documented: JsonSchema): readonly Possibility[] {
  const { type, const: only, enum: values, format } = documented;
  if (only !== undefined) return [];
  if (values !== undefined) return values.map(possibility);
  if (type === 'integer') return numbers([0, 1, 1_000_000], documented);
  if (type === 'number') return numbers([0, 0.5, 1_000_000], documented);
  if (type === 'boolean') return [true, false].map(possibility);
  if (type === 'string')
    return (format === undefined ? undefined : samples[format])?.map(possibility) ?? lengths(documented);
  return [];
}

/** The ends of what a number may be, where the API names some, and what of these is between them. */
function numbers(usual: readonly number[], { minimum, maximum }: JsonSchema): readonly Possibility[] {
  // zod says of an integer that it is a safe one, which is no limit of the API's.
  const ends = [minimum, maximum].filter((end) => end !== undefined && Math.abs(end) < Number.MAX_SAFE_INTEGER);
  const inside = usual.filter((value) => value >= (minimum ?? value) && value <= (maximum ?? value));
  return [...new Set([...inside, ...ends])].map(possibility);
}

/** Both ends of the length of a text. Where the API names no end: one character, and many. */
function lengths({ minLength = 1, maxLength = longText, pattern }: JsonSchema): readonly Possibility[] {
  const fits = pattern === undefined ? undefined : regularExpression(pattern);
  return [...new Set([Math.max(minLength, 1), maxLength])].flatMap((length) => {
    const value = ['X', 'x', '0'].map((each) => each.repeat(length)).find((each) => fits?.test(each) !== false);
    return value === undefined ? [] : [{ claim: `may have ${characters(length)}`, value }];
  });
}

/** Undefined of a pattern in another dialect, as documents have some: nobody knows what fits it. */
function regularExpression(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern);
  } catch {
    return undefined;
  }
}

function characters(length: number): string {
  return length === 1 ? 'one character' : `${length} characters`;
}

function possibility(value: unknown): Possibility {
  return { claim: `may be ${JSON.stringify(value)}`, value };
}
