import { JsonSchema } from '@customer-contracts/pact-files/internal';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { readMembers } from '../src/contract/describe-interaction.ts';

const text = z.string();
const Tree = z.object({
  name: text,
  get child() {
    return Tree.nullable();
  },
});

test.each<readonly [z.ZodType, readonly string[]]>([
  [z.object({ id: text, email: text.nullable() }), ['email', 'id']],
  [
    z.object({ primaryAddress: z.object({ city: text, country: text }) }),
    ['primaryAddress.city', 'primaryAddress.country'],
  ],
  [z.object({ tags: z.array(z.object({ name: text })) }), ['tags[].name']],
  [z.object({ tags: z.array(text), customFields: z.record(text, z.unknown()) }), ['customFields', 'tags[]']],
  [z.array(z.object({ id: text })), ['id']],
  [z.object({ a: z.object({}).optional() }), ['a']],
  [z.union([z.object({ id: text, a: text }), z.object({ id: text, b: text })]), ['a', 'b', 'id']],
  [Tree, ['child', 'name']],
  [text, []],
  [z.unknown(), []],
])('names the members that a schema reads, case %#', (schema, members) => {
  expect(readMembers(JsonSchema.parse(z.toJSONSchema(schema, { io: 'input' })))).toEqual(members);
});
