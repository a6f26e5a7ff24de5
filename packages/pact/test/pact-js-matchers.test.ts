import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Matchers, MatchersV2, MatchersV3, PactV4 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { send } from './send.ts';
import { byDescription, temporaryPacts } from './temporary-pacts.ts';
import { type PactInteraction, readWritten } from './written-pact.ts';

const call = { id: 'cus_01' };

const Read = z.object({
  id: z.string(),
  email: z.string().nullable(),
  createdTime: z.string(),
  paymentCount: z.number(),
  customFields: z.record(z.string(), z.unknown()),
  tags: z.array(z.object({ name: z.string(), type: z.string() })),
  primaryAddress: z.object({ city: z.string().nullable(), country: z.string().nullable() }).nullable(),
});

const Rules = z.object({
  body: z.record(z.string(), z.object({ combine: z.string(), matchers: z.array(z.unknown()).transform(unique) })),
});

/** The core repeats the matchers inside a list for each example of an element. */
function unique(matchers: readonly unknown[]): readonly unknown[] {
  return [...new Map(matchers.map((each) => [JSON.stringify(each), each])).values()];
}

function rulesIn(interaction: PactInteraction | undefined): Readonly<Record<string, unknown>> {
  return Rules.parse(interaction?.response['matchingRules']).body;
}

/** The rules that pact-js and Pact's core make of a body. */
async function rulesOfPactJs(body: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
  const dir = await mkdtemp(join(tmpdir(), 'plain-'));
  try {
    await new PactV4({ consumer: 'plain', provider: 'customers', dir, logLevel: 'error' })
      .addInteraction()
      .uponReceiving('a customer')
      .withRequest('GET', '/')
      .willRespondWith(200, (answer) => answer.jsonBody(body))
      .executeTest(({ url }) => fetch(url));
    return rulesIn((await readWritten(join(dir, 'plain-customers.json'))).interactions[0]);
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** The rules of an interaction with matchers of its own, and of one without. */
async function rulesOfOurs(path: string, matcher: MatchersV3.Matcher<unknown>) {
  await using pacts = await temporaryPacts();
  const plain = pacts.pact.getCustomer(call).reads(Read).only('complete');
  await plain.as('plain').test((mock) => send('getCustomer', call, mock))();
  await plain
    .as('matched')
    .matches(path, matcher)
    .test((mock) => send('getCustomer', call, mock))();
  const interactions = byDescription(await pacts.merged());
  const [before, after] = ['plain', 'matched'].map((name) => rulesIn(interactions.get(`${name}, complete`)));
  return { before, after };
}

const { atLeastLike, date, decimal, eachLike, eachValueMatches, equal, includes, integer, like, regex, string, uuid } =
  MatchersV3;

test.each([
  { path: 'email', matcher: regex('^.+@example\\.com$', 'a@example.com') },
  { path: 'email', matcher: regex(/^a\//, 'a/') },
  { path: 'email', matcher: MatchersV2.term({ generate: 'a', matcher: 'a+' }) },
  { path: 'email', matcher: Matchers.string('a') },
  { path: 'email', matcher: includes('@') },
  { path: 'id', matcher: uuid('e2490de5-5bd3-43d5-b7c4-526e33f71304') },
  { path: 'paymentCount', matcher: integer(1) },
  { path: 'paymentCount', matcher: decimal(1.5) },
  { path: 'createdTime', matcher: date('yyyy-MM-dd', '2026-11-30') },
  { path: 'customFields', matcher: eachValueMatches({ a: 'b' }, regex('[a-z]+', 'b')) },
  { path: 'tags', matcher: eachLike({ name: string('vip'), type: regex('[a-z]+', 'a') }, 2) },
  { path: 'tags', matcher: atLeastLike({ name: like('vip') }, 1, 3) },
])('makes of $matcher at $path the rules that pact-js makes', async ({ path, matcher }) => {
  const { before, after } = await rulesOfOurs(path, matcher);

  expect(after).toEqual({ ...before, ...(await rulesOfPactJs({ [path]: matcher })) });
  expect(after).not.toEqual(before);
});

test('takes the members of an object one by one, and a text that has to be equal for a pattern', async () => {
  const { before, after } = await rulesOfOurs(
    'primaryAddress',
    like({ city: regex('[A-Z].*', 'Leeds'), country: equal('G.B') }),
  );

  expect(after).toEqual({
    ...before,
    '$.primaryAddress.city': { combine: 'AND', matchers: [{ match: 'regex', regex: '[A-Z].*' }] },
    '$.primaryAddress.country': { combine: 'AND', matchers: [{ match: 'regex', regex: '^G\\.B$' }] },
  });
});

test.each([
  { matcher: MatchersV3.arrayContaining('a'), received: 'the matcher arrayContains' },
  { matcher: MatchersV3.equal(5), received: 'equal(5)' },
])('refuses $received by name', async ({ matcher, received }) => {
  await using pacts = await temporaryPacts();
  const interaction = pacts.pact.getCustomer(call).reads(Read).matches('email', matcher);

  await expect(interaction.test(() => {})()).rejects.toThrow(
    `Failed to describe getCustomer 200: email can't have ${received}. Say it in the schema, or hand in a matcher of Pact, such as { match: 'type' }.`,
  );
});
