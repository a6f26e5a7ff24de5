import { expect, test } from 'vitest';

import { parsePlace } from '../src/document/parse-place.ts';
import { ruleAt } from '../src/matching/rule-at.ts';
import { refusedByCore } from './judged-by-core.ts';

const example = { name: 'won', tags: [{ name: 'won' }, { name: 'won' }], 'a b': { c: 'won' } };

/** The rule that wins at a place of the example, and others that the pact has. */
const contests: readonly (readonly [place: string, winner: string, ...others: string[]])[] = [
  ['$.name', '$.name', '$', '$.*'],
  ['$.name', '$.*', '$'],
  ['$.name', '$', '$.tags', '$.name.first'],
  ['$.tags[0].name', '$.tags[*].name', '$.tags', '$.tags[1].name', '$'],
  ['$.tags[0].name', '$.tags.0.name', '$.tags[*].name'],
  ['$.name', '$', '', '$[*]'],
  ['$.tags[0].name', '$.tags[0].name', '$.tags[*].name', '$.tags[*].*', '$.tags[0]'],
  ['$.tags[0].name', '$.tags[*]', '$.tags', '$.name'],
  ["$['a b'].c", "$['a b'].c", "$['a b'].*"],
];

const ruleOf = (name: string) => ({
  part: 'body' as const,
  name,
  place: parsePlace(name) ?? [],
  combine: 'AND' as const,
  matchers: [{ match: 'type' }],
});

test.each(contests)('gives %s the rule at %s', (place, winner, ...others) => {
  const path = parsePlace(place) ?? [];
  expect(ruleAt([winner, ...others].map(ruleOf), path)?.name).toBe(winner);
  expect(ruleAt([...others, winner].map(ruleOf), path)?.name).toBe(winner);
});

test.each(contests)("gives %s the rule at %s as Pact's own core does", async (place, winner, ...others) => {
  const fits = (regex: string) => ({ matchers: [{ match: 'regex', regex }] });
  const rules = { ...Object.fromEntries(others.map((name) => [name, fits('lost')])), [winner]: fits('won') };
  expect((await refusedByCore('body', example, rules, example)).filter((each) => each === place)).toEqual([]);
});

test('has the rules of an eachValue for what is inside, in the place of all others', () => {
  const inner = { ...ruleOf('$'), matchers: [{ match: 'eachValue', rules: [{ match: 'integer' }] }] };
  expect(ruleAt([inner, ruleOf('$.name')], ['name'])?.matchers).toEqual([{ match: 'integer' }]);
  expect(ruleAt([inner, ruleOf('$.name')], [])?.matchers).toEqual(inner.matchers);
});

test('has none for a place that no rule means, nor of another part', () => {
  expect(ruleAt([ruleOf('$.name')], ['tags'])).toBeUndefined();
  expect(ruleAt([{ ...ruleOf('$'), part: 'headers' }], ['name'])).toBeUndefined();
});
