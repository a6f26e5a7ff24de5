import { expect, test } from 'vitest';

import { all, type MatchingRules } from '../src/contract/matching-rule.ts';
import { overrideRules } from '../src/contract/override-rules.ts';

const type = all({ match: 'type' });
const none = all({ match: 'null' });
const own = [{ match: 'regex', regex: 'x' }];
const replaced = { combine: 'AND', matchers: own };

const rules: MatchingRules = {
  '$.email': type,
  '$.phone': none,
  "$['a-b']": type,
  '$.tags': type,
  '$.tags[*].name': type,
};

test.each([
  ['email', '$.email'],
  ['a-b', "$['a-b']"],
  ['tags', '$.tags'],
  ['tags[].name', '$.tags[*].name'],
])('puts the matchers of %s in the place of the rule at %s, and leaves the others', (member, place) => {
  expect(overrideRules(rules, new Map([[member, own]]), false)).toEqual({
    rules: { ...rules, [place]: replaced },
    unknown: [],
  });
});

test('means each customer of a collection', () => {
  const each = { $: type, '$[*].email': type };
  expect(overrideRules(each, new Map([['email', own]]), true).rules).toEqual({ ...each, '$[*].email': replaced });
});

test('leaves null as it is, and names what has no rule', () => {
  const overrides = new Map(['phone', 'fax', 'tags[].kind'].map((member) => [member, own]));
  expect(overrideRules(rules, overrides, false)).toEqual({ rules, unknown: ['fax', 'tags[].kind'] });
});

test('takes null beside something else for a rule like any other', () => {
  const nullable = { '$.email': { combine: 'OR', matchers: [{ match: 'null' }, { match: 'type' }] } } as const;
  expect(overrideRules(nullable, new Map([['email', own]]), false).rules).toEqual({ '$.email': replaced });
});
