import { LeadSource, TaxNumber, tolerant } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';
import * as z from 'zod';

const Strict = z.object({ id: z.string(), status: z.enum(['open']), email: z.email() });
type Node = { readonly id: string; readonly email: string; readonly next?: Node | undefined };
const Linked: z.ZodType<Node> = z.lazy(() => z.object({ id: z.string(), email: z.email(), next: Linked.optional() }));

/** Each wraps the object or list that a strict schema refuses: an enum of next year, no e-mail address, a new member. */
test.each<[string, z.ZodType, unknown]>([
  ['default', Strict.default({ id: 'a', status: 'open', email: 'a@example.com' }), odd()],
  ['prefault', Strict.prefault({ id: 'a', status: 'open', email: 'a@example.com' }), odd()],
  ['readonly', Strict.readonly(), odd()],
  ['exactOptional', z.object({ strict: Strict.exactOptional() }), { strict: odd() }],
  ['nonoptional', z.object({ strict: Strict.optional().nonoptional() }), { strict: odd() }],
  ['catch', Strict.catch({ id: 'caught', status: 'open', email: 'a@example.com' }), odd()],
  ['lazy', Linked, { id: 'a', email: 'none', next: { id: 'b', email: null, tier: 'gold' } }],
  ['intersection', z.intersection(Strict, z.object({ name: z.string().max(1) })), { ...odd(), name: 'long' }],
  ['pipe', Strict.pipe(Strict), odd()],
  ['preprocess', z.preprocess((value) => value, Strict), odd()],
  ['tuple', z.tuple([Strict, z.email()]), [odd(), 'none']],
  ['tuple with more than it says', z.tuple([Strict]), [odd(), 'more']],
  ['tuple with a rest', z.tuple([z.string()], Strict), ['a', odd()]],
  ['template literal', z.object({ id: z.templateLiteral(['cus_', z.string()]) }), { id: 'other' }],
  ['members of a member', z.object({ list: z.array(Strict.readonly()).default([]) }), { list: [odd()] }],
  ['one of ours', z.object({ leadSource: LeadSource.default({}) }), { leadSource: { referrer: 'nowhere' } }],
  [
    'several of ours',
    z.intersection(TaxNumber, z.object({ note: z.string() })),
    { type: 'new', value: '1', note: null },
  ],
])('goes through %s', (_, schema, value) => {
  expect(tolerant(schema).parse(value)).toEqual(value);
});

function odd() {
  return { id: 'a', status: 'closed', email: 'no address', tier: 'gold' };
}

test('keeps what a wrapper does', () => {
  expect(tolerant(z.object({ list: z.array(z.string()).default(['a']) })).parse({})).toEqual({ list: ['a'] });
  expect(tolerant(z.object({ size: z.number().catch(1) })).parse({ size: 'large' })).toEqual({ size: 1 });
  expect(tolerant(z.preprocess((text): unknown => JSON.parse(String(text)), Strict)).parse('{ "id": "a" }')).toEqual({
    id: 'a',
  });
});

test.each([
  ['a transform', Strict.transform(({ email }) => email.toLowerCase())],
  ['a transform inside', z.object({ size: z.string().transform(Number) })],
  ['a codec', z.array(z.codec(z.string(), z.number(), { decode: Number, encode: String }))],
])('%s is refused, because it would get what its type does not say', (_, schema) => {
  expect(() => tolerant(schema)).toThrow(
    new TypeError(
      'Failed to make a schema tolerant: it has a transform, which would get what its type does not say. Transform what the tolerant schema gives: tolerant(schema).transform(...).',
    ),
  );
});

test.each([
  ['set', z.object({ names: z.set(z.string()) })],
  ['map', z.map(z.string(), z.string())],
  ['date', z.array(z.date())],
])('a schema of the kind %s is refused, because no JSON is one', (kind, schema) => {
  expect(() => tolerant(schema)).toThrow(
    new TypeError(
      `Failed to make a schema tolerant: no JSON is what a schema of the kind ${kind} reads. Describe what comes over the wire.`,
    ),
  );
});
