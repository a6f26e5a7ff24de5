import { diff, lint, parsePact, type PactDocument } from '@customer-contracts/pact-files';
import { beforeEach, expect, test } from 'vitest';

import { judgePattern, loadPatterns, patternProblem } from '../src/matching/patterns.ts';

beforeEach(() => loadPatterns());

/** It fits neither, and what repeats itself is repeated. */
const company = `${'Smith and Sons '.repeat(3)}& Co.`;
const endless = String.raw`^(\w+\s?)+$`;

test.each([
  ['a|ab', 'ab', 'fits'],
  ['ab|a', 'a', 'fits'],
  ['b', 'ab', 'misfits'],
  ['^cus', 'cus_01', 'misfits'],
  ['', '', 'fits'],
  ['', 'a', 'misfits'],
  [String.raw`\w+`, 'Zoë', 'fits'],
  ['(?x) a b # c', 'ab', 'fits'],
  [String.raw`(?<n>a)\1`, 'aa', 'unreadable'],
  ['(', 'a', 'unreadable'],
  [endless, 'Smith and Sons', 'fits'],
  [endless, company, 'endless'],
])('holds /%s/ against the whole of %j: it %s', (pattern, text, verdict) => {
  expect(judgePattern(pattern, text)).toBe(verdict);
});

test.each([1, 332, 333, 334, 999, 1000, 1001, 20_000])(
  'judges a text of %d characters as it does a short one',
  (length) => {
    const text = 'a'.repeat(length);
    expect(judgePattern('a+', text)).toBe('fits');
    expect(judgePattern('(?x) a+ # long', text)).toBe('fits');
    expect(judgePattern('a+b|b', text)).toBe('misfits');
    expect(judgePattern('a*', `${text}b`)).toBe('misfits');
    expect(judgePattern('.+', 'é'.repeat(length))).toBe('fits');
  },
);

test('gives up on a long text, too, and tries a pattern no more that it gave up on', () => {
  const pattern = String.raw`^(\w+\s?)+!$`;
  expect(judgePattern(pattern, company.repeat(10))).toBe('endless');
  expect(patternProblem(pattern)).toBe('endless');
  expect(judgePattern(pattern, 'a!')).toBe('endless');
});

test('judges no pattern any more when too much work was done for others, and all of them the next time', async () => {
  await loadPatterns();
  expect(patternProblem(`${endless}|1`)).toBe(undefined);
  // Not much is left, and the first to be judged takes it.
  await loadPatterns(0.001);
  expect(judgePattern(`${endless}|1`, company)).toBe('endless');
  expect([judgePattern('a', 'a'), patternProblem('a')]).toEqual(['unjudged', 'unjudged']);
  await loadPatterns();
  expect([judgePattern('a', 'a'), patternProblem('a')]).toEqual(['fits', undefined]);
});

test('does not judge a pattern that may take minutes beside a long text', () => {
  const text = 'a'.repeat(100_000);
  expect(judgePattern('.*.*.*.*x', text)).toBe('unjudged');
  expect(judgePattern('(a|b)*c', text)).toBe('unjudged');
  expect(patternProblem('(a|b)*c')).toBe('unjudged');
  expect(judgePattern('[^b]+x', text)).toBe('misfits');
  const token = ['a', 'b', 'c'].map((part) => part.repeat(500)).join('.');
  expect(judgePattern(String.raw`[\w-]+\.[\w-]+\.[\w-]+`, token)).toBe('fits');
});

test.each([
  ['nests deep', `${'('.repeat(20_000)}a${')'.repeat(20_000)}`],
  ['nests and repeats', `${'('.repeat(60)}a${'+)+'.repeat(60)}`],
  ['looks ahead of itself', `${'(?='.repeat(500)}a${')'.repeat(500)}`],
  ['is long', 'a?'.repeat(6000)],
])('does not judge a pattern that %s, and goes on to the next one', (_, pattern) => {
  expect([judgePattern(pattern, 'a'), patternProblem(pattern)]).toEqual(['unjudged', 'unjudged']);
  expect(judgePattern('a', 'a')).toBe('fits');
});

test('judges more patterns than it keeps', () => {
  const verdicts = Array.from({ length: 2500 }, (_, index) => judgePattern(`a{${index % 1250}}`, 'aa'));
  expect(verdicts.flatMap((verdict, index) => (verdict === 'fits' ? [index] : []))).toEqual([2, 1252]);
});

function pactWith(...patterns: readonly string[]): PactDocument {
  const interactions = patterns.map((regex, index) => ({
    description: `get customer ${index}`,
    providerState: 'a customer exists',
    request: { method: 'GET', path: `/customers/cus_${index}`, headers: { 'REB-APIKEY': 'placeholder' } },
    response: {
      status: 200,
      body: { primaryAddress: { organization: company } },
      matchingRules: { '$.body.primaryAddress.organization': { match: 'regex', regex } },
    },
  }));
  const names = { consumer: { name: 'billing-web' }, provider: { name: 'rebilly-customers-api' } };
  return parsePact(JSON.stringify({ ...names, interactions }), 'pact.json');
}

test('lint says of each pattern that it can not judge what is the matter', async () => {
  const findings = await lint([pactWith(endless, 'Smith.+', '(?s).+')]);
  expect(findings.map(({ rule, interaction, message }) => [rule, interaction, message])).toEqual([
    [
      'unreadable-pattern',
      'get customer 0',
      String.raw`Pact's core gives up on the pattern /^(\w+\s?)+$/ beside the example. Don't repeat what repeats itself.`,
    ],
    [
      'unreadable-pattern',
      'get customer 2',
      "Pact's core can't read the pattern /(?s).+/. Write it as Oniguruma has it.",
    ],
  ]);
});

test('lint shows the beginning of a pattern that fills pages', async () => {
  const [finding] = await lint([pactWith('a'.repeat(20_000))]);
  expect(finding?.message).toContain(`/${'a'.repeat(500)}.../ was not judged`);
});

test('any number of patterns without an end take lint and diff no longer than the work they are given', async () => {
  const patterns = Array.from({ length: 500 }, (_, index) => `${endless}|${index}`);
  const findings = await lint([pactWith(...patterns)]);
  const messages = findings.map(({ message }) => message);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['unreadable-pattern']));
  expect(messages.filter((message) => message.includes('gives up')).length).toBeGreaterThan(0);
  expect(messages.filter((message) => message.includes('was not judged')).length).toBeGreaterThan(0);
  const few = pactWith(...patterns.slice(0, 3));
  expect((await diff([few], [few])).changed).toEqual([]);
});
