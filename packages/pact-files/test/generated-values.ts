import * as fc from 'fast-check';
import * as z from 'zod';

type Json = z.core.JSONSchema.JSONSchema;

/** Values that nearly fit a schema: each part is likely one that fits, at a limit, beyond it, or of another kind. */
export function nearly(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  return valuesOf(z.toJSONSchema(schema, { io: 'input' }));
}

const texts = [
  '',
  ' ',
  'GB',
  'gb',
  'other',
  'eu-vat',
  'payment-card',
  'Apple Pay',
  'apple pay',
  'complete',
  'bare',
  'usd',
  '😀a',
  'cus_01',
  'cus 01',
  'SW1A 1AA',
  'été',
  '2026-02-28',
  '2026-02-30',
  '2024-02-29',
  '2026-03-08T12:57:32Z',
  '2026-03-08T12:57:32.5+01:00',
  '2026-03-08T12:57:32',
  '2026-03-08 12:57:32Z',
  'ann@example.com',
  'ann..b@example.com',
  'ann@example',
  'https://www.rebilly.com/path?query=1#part',
  ' https://www.rebilly.com ',
  '\u00A0https://www.rebilly.com',
  'www.rebilly.com',
  'mailto:ann@example.com',
  'http:',
  'http://',
];
const numbers = [0, -0, 1, -1, 404, 422, 1000, 1001, 0.5, 1e21, -1e21, 2 ** 53, 2 ** 53 - 1, 5e-324];
const names = ['emial', 'email', 'hash', 'id', 'isValid', 'leadSource', '__proto__', 'constructor', 'toString', ''];

const text = fc.oneof(
  fc.constantFrom(...texts),
  fc
    .tuple(fc.constantFrom('x', '😀', '-', '\n'), fc.constantFrom(1, 2, 3, 10, 22, 23, 45, 50, 60, 255, 512, 2083))
    .chain(([letter, limit]) => fc.constantFrom(limit - 1, limit, limit + 1).map((length) => letter.repeat(length))),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.constantFrom<unknown>(null, true, false, ...numbers),
  fc.constantFrom<unknown>([], [null], {}, [[]], [{}], { a: 1 }),
);

function valuesOf(json: Json): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: fitting(json) }, { weight: 1, arbitrary: anything });
}

function fitting(json: Json): fc.Arbitrary<unknown> {
  if (json.const !== undefined) return fc.constantFrom<unknown>(json.const, ...numbers);
  if (json.enum !== undefined) return fc.constantFrom<unknown>(...json.enum);
  if (json.anyOf !== undefined) return fc.oneof(...json.anyOf.map((option) => fitting(jsonIn(option))));
  switch (json.type) {
    case 'object':
      return json.properties === undefined ? fc.dictionary(text, anything) : objects(json);
    case 'array':
      return fc.array(valuesOf(jsonIn(json.items)), { maxLength: 3 });
    case 'string':
      return text;
    case 'number':
    case 'integer':
      return fc.oneof(fc.constantFrom(...numbers), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case undefined:
    default:
      return anything;
  }
}

function objects({ properties = {} }: Json): fc.Arbitrary<unknown> {
  const documented = Object.entries(properties).map(([name, member]) =>
    sometimes(valuesOf(jsonIn(member)).map((value): [string, unknown] => [name, value])),
  );
  const unknown = sometimes(fc.tuple(fc.constantFrom(...names), anything));
  // From entries, so that `__proto__` is a member like any other.
  return fc
    .tuple(...documented, unknown)
    .map((members) => Object.fromEntries(members.filter((member) => member !== null)));
}

/** Not `fc.option`, which leaves out the more the deeper it is. */
function sometimes<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.tuple(fc.boolean(), arbitrary).map(([isThere, value]) => (isThere ? value : null));
}

function jsonIn(schema: Json['items']): Json {
  return typeof schema === 'object' && !Array.isArray(schema) ? schema : {};
}
