import { type HttpInteraction, parsePact } from '@customer-contracts/pact-files';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { allValues, valuesAt } from '../src/document/values-at.ts';
import { firstClashes } from '../src/lint/first-clashes.ts';
import { accepts } from '../src/matching/accepts.ts';
import { ruleAt } from '../src/matching/rule-at.ts';
import { raw, rawPact } from './raw-pact.ts';

const matchers = [
  { match: 'type' },
  { match: 'regex', regex: 'a+' },
  { match: 'regex', regex: '.b?' },
  { match: 'integer' },
  { match: 'decimal' },
  { match: 'equality' },
  { match: 'null' },
  { match: 'include', value: 'a' },
];
const values = ['a', 'aa', 'b', 'ab', '', 1, 2, 1.5, null, true, [], {}, ['a'], { a: 'a' }];

const expectation = fc.record({
  email: fc.option(fc.constantFrom(...values), { nil: undefined }),
  firstName: fc.option(fc.constantFrom(...values), { nil: undefined }),
});
const interaction = fc
  .record({
    name: fc.nat({ max: 12 }),
    status: fc.constantFrom(200, 200, 200, 200, 404),
    answer: fc.option(expectation, { nil: undefined, freq: 20 }),
    rules: fc.dictionary(fc.constantFrom('$.email', '$.firstName', '$.*'), fc.constantFrom(...matchers), {
      maxKeys: 2,
    }),
  })
  .map(({ name, ...difference }) => raw.getCustomer({ description: `interaction ${name}`, ...difference }));

test('names the first of those that ask the same and expect what does not go together, as comparing every pair does', () => {
  let clashes = 0;
  fc.assert(
    fc.property(fc.array(interaction, { minLength: 1, maxLength: 12 }), (interactions) => {
      const asked = parsePact(rawPact(interactions), 'pact.json').interactions;
      const found = firstClashes(asked);
      const compared = comparePairs(asked);
      clashes += found.size;
      for (const { request, response } of asked) {
        const clash = found.get(request);
        const earlier = compared.get(request);
        expect(clash?.earlier.description).toBe(earlier?.description);
        expect(clash?.difference.startsWith('another ')).toBe(earlier && earlier.response.status === response.status);
      }
    }),
    { seed: 11, numRuns: 5000 * testSizes.properties },
  );
  expect(clashes).toBeGreaterThan(5000);
});

test('tells one object from another where a rule reads it as text', () => {
  const interactions = [
    { description: 'first', answer: { firstName: { a: 'a' } } },
    { description: 'second', answer: { firstName: {} } },
    { description: 'third', answer: { firstName: 'a' }, rules: { '$.*': { match: 'include', value: 'a' } } },
  ].map((each) => raw.getCustomer(each));
  const asked = parsePact(rawPact(interactions), 'pact.json').interactions;
  expect([...firstClashes(asked).values()].map(({ earlier }) => earlier.description)).toEqual(['second']);
});

function comparePairs(asked: readonly HttpInteraction[]): ReadonlyMap<unknown, HttpInteraction> {
  const told = asked.filter(
    ({ description }, index) => asked.findIndex((each) => each.description === description) === index,
  );
  const found = new Map<unknown, HttpInteraction>();
  for (const [index, later] of told.entries()) {
    const earlier = told.slice(0, index).find((each) => clash(each, later));
    if (earlier !== undefined) found.set(later.request, earlier);
  }
  return found;
}

function clash({ response: one }: HttpInteraction, { response: other }: HttpInteraction): boolean {
  if (one.status !== other.status) return true;
  if (one.body === undefined || other.body === undefined) return false;
  return allValues(one.body).some(({ path, value }) =>
    valuesAt(other.body, path).some(
      (each) =>
        isOther(value, each.value) && !fits(one, path, each.value, value) && !fits(other, path, value, each.value),
    ),
  );
}

function isOther(one: unknown, other: unknown): boolean {
  const isPlain = [one, other].some((value) => typeof value !== 'object' || value === null);
  return isPlain && one !== other;
}

function fits(
  { rules }: HttpInteraction['response'],
  path: readonly (string | number)[],
  value: unknown,
  example: unknown,
): boolean {
  const rule = ruleAt(rules, path);
  return rule !== undefined && accepts(rule, value, example);
}
