import { readFileSync } from 'node:fs';

import { beforeAll, expect, test } from 'vitest';

import { accepts } from '../src/matching/accepts.ts';
import { type Matcher, matchers } from '../src/matching/matchers.ts';
import { knownDifferences } from './core/known-differences.ts';
import { compareOne, type Comparison, ready, suites } from './core/suites.ts';

// A slice of what `pnpm test:core` does with many times as many cases.
const compared = new Map<string, readonly Comparison[]>();

beforeAll(async () => {
  await ready;
  for (const { name, sizes, compare } of suites) compared.set(name, await compare(sizes[0], 42));
});

test.each(suites)('lint says of $name what Pact says', ({ name, sizes }) => {
  const comparisons = compared.get(name) ?? [];
  expect(comparisons).toHaveLength(sizes[0]);
  const different = comparisons.flatMap(({ words, core, lint }) => {
    const said = lint();
    return said === core ? [] : [{ words, core, lint: said }];
  });
  expect(different).toEqual([]);
  expect(new Set(comparisons.map(({ core }) => core)).size).toBeGreaterThan(1);
});

test.each(knownDifferences)('differs as documented: $reason', async ({ reason, core, lint, ...answer }) => {
  expect(await compareOne(answer)).toEqual({ core, lint });
  expect(readFileSync(new URL('../../../docs/lint-and-pact.md', import.meta.url), 'utf8')).toContain(reason);
});

/** Lists apart from their elements, which is what `diff` looks at. */
const listsAsSuch = ['arrayContains', 'eachValue'].map((match): Comparison => {
  const rule = { part: 'body', name: '$', place: [], combine: 'AND', matchers: [{ match }] } as const;
  return { words: match, core: 'fits', lint: () => (accepts(rule, [1], [1]) ? 'fits' : 'misfits') };
});

const aspects = ['plain', 'text', 'object', 'list'] as const;

test('notices when any matcher takes everything, or nothing, in any place', () => {
  const all = [...compared.values(), listsAsSuch].flat();
  const asking = casesByMatcher(all);
  const unnoticed: string[] = [];
  for (const [name, matcher] of matchers) {
    // Which contents a text has, lint doesn't know.
    if (name === 'contentType') continue;
    for (const aspect of aspects) {
      for (const verdict of [true, false]) {
        if (isAlways(matcher[aspect], verdict)) continue;
        matchers.set(name, { ...matcher, [aspect]: () => verdict });
        const isNoticed = (asking.get(name) ?? []).some(({ core, lint }) => lint() !== core);
        matchers.set(name, matcher);
        if (!isNoticed) unnoticed.push(`${name}.${aspect}: ${verdict}`);
      }
    }
  }
  expect(unnoticed).toEqual([]);
});

/** The cases that ask each matcher. */
function casesByMatcher(all: readonly Comparison[]): ReadonlyMap<string, readonly Comparison[]> {
  const asking = new Map<string, Set<Comparison>>();
  let current: Comparison | undefined;
  const originals = [...matchers];
  for (const [name, matcher] of originals) {
    const cases = new Set<Comparison>();
    asking.set(name, cases);
    const spy =
      <Arguments extends readonly unknown[]>(judge: (...given: Arguments) => boolean) =>
      (...given: Arguments): boolean => {
        if (current !== undefined) cases.add(current);
        return judge(...given);
      };
    const { plain, text, object, list } = matcher;
    matchers.set(name, { plain: spy(plain), text: spy(text), object: spy(object), list: spy(list) });
  }
  for (const each of all) {
    current = each;
    each.lint();
  }
  for (const [name, matcher] of originals) matchers.set(name, matcher);
  return new Map([...asking].map(([name, cases]) => [name, [...cases]]));
}

/** Whether it says nothing else anyway, whatever it is asked. */
function isAlways(judge: Matcher[(typeof aspects)[number]], verdict: boolean): boolean {
  return judge.length === 0 && String(judge) === `() => ${verdict}`;
}
