import { JsonSchema, schemaNode } from '@customer-contracts/pact-files/internal';
import { makeConsumerPact } from '@pact-foundation/pact-core/dist/consumer/index.js';
import { expect, test } from 'vitest';
import * as z from 'zod';

import type { MatchingRule } from '../src/contract/matching-rule.ts';
import { scalarRule } from '../src/contract/scalar-rule.ts';

const ruleFor = (schema: z.ZodType, example: unknown) => {
  const { options, isNullable } = schemaNode(JsonSchema.parse(z.toJSONSchema(schema, { io: 'input' })));
  return scalarRule(options, isNullable, example);
};
const text = z.string();
const regex = (pattern: string) => ({ match: 'regex', regex: pattern });
const email = regex('^[^@\\s]+@[^@\\s]+$');
const whole = '^-?\\d+(\\.0+)?([eE]\\+?\\d+)?$';
const wholeButPlain = '^-?\\d+(\\.0+([eE]\\+?\\d+)?|[eE]\\+?\\d+)$';
const [type, none] = [{ match: 'type' }, { match: 'null' }];

const rows: readonly (readonly [name: string, schema: z.ZodType, example: unknown, rule: MatchingRule | object])[] = [
  ['a text', text, 'a', { combine: 'AND', matchers: [type] }],
  ['a text or null', text.nullable(), 'a', { combine: 'OR', matchers: [type, none] }],
  ['a number', z.number(), 1.5, { combine: 'AND', matchers: [{ match: 'number' }] }],
  ['an integer', z.int(), 1, { combine: 'AND', matchers: [{ match: 'number' }, regex(whole)] }],
  [
    'an integer or null',
    z.int().nullable(),
    1,
    { combine: 'OR', matchers: [{ match: 'integer' }, regex(wholeButPlain), none] },
  ],
  ['a boolean', z.boolean(), true, { combine: 'AND', matchers: [type] }],
  ['a literal', z.literal('a'), 'a', { combine: 'AND', matchers: [{ match: 'equality' }] }],
  ['a literal or null', z.literal('a').nullable(), 'a', { combine: 'OR', matchers: [{ match: 'equality' }, none] }],
  ['an enumeration', z.enum(['a', 'b.c']), 'a', { combine: 'AND', matchers: [type, regex('^(a|b\\.c)$')] }],
  ['an enumeration or null', z.enum(['a', 'b']).nullable(), 'a', { combine: 'OR', matchers: [regex('^(a|b)$'), none] }],
  ['literals', z.union([z.literal('a'), z.literal('b')]), 'b', { combine: 'AND', matchers: [type, regex('^(a|b)$')] }],
  ['an e-mail address', z.email(), 'ann@example.com', { combine: 'AND', matchers: [type, email] }],
  ['an e-mail address or null', z.email().nullable(), 'ann@example.com', { combine: 'OR', matchers: [email, none] }],
  ['a text or a number', z.union([text, z.number()]), 'a', { combine: 'OR', matchers: [type, { match: 'number' }] }],
  ['a number or a text', z.union([z.number(), text]), 1, { combine: 'OR', matchers: [{ match: 'number' }] }],
  ['a text or a boolean', z.union([text, z.boolean()]), 'a', { combine: 'OR', matchers: [type, { match: 'boolean' }] }],
];

test.each(rows)('makes a rule of %s', (_, schema, example, rule) => {
  expect(ruleFor(schema, example)).toEqual(rule);
});

/** Which values fit a rule by the word of Pact's own core: each is a member of one body. */
async function judgedByCore(rule: MatchingRule, example: unknown, values: readonly unknown[]): Promise<unknown[]> {
  const members = values.map((value, index) => ({ name: `member${index}`, value }));
  const pact = makeConsumerPact('consumer', 'provider', 5, 'error');
  const interaction = pact.newInteraction('values');
  interaction.withRequest('POST', '/');
  const examples = Object.fromEntries(members.map(({ name }) => [name, example]));
  interaction.withRequestBody(JSON.stringify(examples), 'application/json');
  const rules = Object.fromEntries(members.map(({ name }) => [`$.${name}`, rule]));
  interaction.withRequestMatchingRules(JSON.stringify({ body: rules }));
  const port = pact.createMockServer('127.0.0.1', 0, false);
  try {
    await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(members.map(({ name, value }) => [name, value]))),
    });
    const wrong = JSON.stringify(pact.mockServerMismatches(port));
    return members.filter(({ name }) => !wrong.includes(`"$.${name}"`)).map(({ value }) => value);
  } finally {
    pact.cleanupMockServer(port);
  }
}

const values = [null, true, false, 0, 1, -3, 1.5, '', 'a', 'b', 'ab', 'b.c', 'bxc', '1', 'bob@example.com', [], {}];

// That a text may come, too, is nothing that a rule can say beside another example.
test.each(rows.filter(([name]) => name !== 'a number or a text'))(
  "makes a rule of %s that takes in Pact's core what zod takes",
  async (_, schema, example) => {
    expect(await judgedByCore(ruleFor(schema, example), example, values)).toEqual(
      values.filter((value) => schema.safeParse(value).success),
    );
  },
);
