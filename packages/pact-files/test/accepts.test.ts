import { beforeAll, expect, test } from 'vitest';

import { readRules } from '../src/document/parse-rules.ts';
import { accepts } from '../src/matching/accepts.ts';
import { matchers } from '../src/matching/matchers.ts';
import { loadPatterns } from '../src/matching/patterns.ts';
import { judgedByCore, type JudgedValue } from './judged-by-core.ts';

/** A rule beside its example, and values that fit it and don't: in Pact's core, too. */
interface Judgement {
  readonly rule: readonly { readonly match: string; readonly [setting: string]: unknown }[];
  readonly combine?: 'OR';
  readonly example: unknown;
  readonly fits: readonly unknown[];
  readonly misfits: readonly unknown[];
}

beforeAll(() => loadPatterns());

const address = { match: 'regex', regex: '[^@]+@[^@]+' };
const eachNumber = { match: 'eachValue', rules: [{ match: 'number' }] };
const texts = ['', 'a', '1', 'null'];
const numbers = [0, 1, -3, 1.5];

const inBodies: readonly Judgement[] = [
  { rule: [{ match: 'type' }], example: 'Ann', fits: texts, misfits: [null, true, 1, [], {}] },
  { rule: [{ match: 'type' }], example: 7, fits: numbers, misfits: [null, true, '7', [], {}] },
  { rule: [{ match: 'type' }], example: true, fits: [true, false], misfits: [null, 'true', 1, [], {}] },
  { rule: [{ match: 'type' }], example: null, fits: [null], misfits: [false, '', 0, [], {}] },
  { rule: [{ match: 'type' }], example: [], fits: [[], [1, 'a']], misfits: [null, 'a', 1, {}] },
  { rule: [{ match: 'type' }], example: {}, fits: [{}], misfits: [null, 'a', 1, []] },
  { rule: [{ match: 'type', min: 1 }], example: [1], fits: [[2], [2, 3]], misfits: [[]] },
  { rule: [{ match: 'type', max: 2 }], example: [1], fits: [[], [2], [2, 3]], misfits: [[2, 3, 4]] },
  { rule: [{ match: 'type', min: 2, max: 2 }], example: [1, 2], fits: [[2, 3]], misfits: [[2], [2, 3, 4]] },
  { rule: [address], example: 'ann@example.com', fits: ['a@b'], misfits: ['a', 'a@b@c', '', null, 1] },
  { rule: [{ match: 'regex', regex: '^cus' }], example: 'cus', fits: ['cus'], misfits: ['cus_01'] },
  { rule: [{ match: 'regex', regex: 'true|1' }], example: 'true', fits: ['true', true, 1, '1'], misfits: [false, 11] },
  { rule: [{ match: 'regex', regex: '(?i)cpc' }], example: 'cpc', fits: ['CPC', 'cpc'], misfits: ['CPM'] },
  { rule: [{ match: 'equality' }], example: 'a', fits: ['a'], misfits: ['b', null, ['a']] },
  { rule: [{ match: 'equality' }], example: 1, fits: [1], misfits: [2, '1', true] },
  { rule: [{ match: 'equality' }], example: [1, { a: [2] }], fits: [[1, { a: [2] }]], misfits: [[1], {}] },
  { rule: [{ match: 'equality' }], example: { a: 1, b: 2 }, fits: [{ b: 2, a: 1 }], misfits: [{ a: 1 }, []] },
  { rule: [{ match: 'include', value: '1' }], example: '1', fits: ['21', 1, 10, '1'], misfits: ['', 'a', 2, null] },
  { rule: [{ match: 'null' }], example: null, fits: [null], misfits: ['', 'null', 0, false] },
  { rule: [{ match: 'boolean' }], example: true, fits: [true, false, 'true', 'false'], misfits: [null, 0, 1, '', 'a'] },
  { rule: [{ match: 'number' }], example: 1, fits: numbers, misfits: [null, true, '1', ''] },
  { rule: [{ match: 'integer' }], example: 1, fits: [0, -3, 20], misfits: [1.5, null, true, '1', ''] },
  { rule: [{ match: 'decimal' }], example: 1.5, fits: [0.5, -1.5, 1.5], misfits: [1, null, true, '1.5', ''] },
  { rule: [{ match: 'date' }], example: '2026-03-08', fits: ['1980-04-01'], misfits: ['01.04.1980', '', 1980, null] },
  {
    rule: [{ match: 'date', date: 'dd.MM.yyyy' }],
    example: '08.03.2026',
    fits: ['01.04.1980'],
    misfits: ['1980-04-01', '01-04-1980'],
  },
  { rule: [{ match: 'time' }], example: '12:57:32', fits: ['00:00:00'], misfits: ['12:57', '12:57:32Z', null] },
  { rule: [{ match: 'time', format: 'HH:mm' }], example: '12:57', fits: ['00:00'], misfits: ['12:57:32'] },
  {
    rule: [{ match: 'timestamp', timestamp: 'yyyy-MM-dd HH:mm' }],
    example: '2026-03-08 12:57',
    fits: ['1980-04-01 00:00'],
    misfits: ['1980-04-01', '1980-04-01T00:00', null],
  },
  {
    rule: [{ match: 'datetime', format: "yyyy-MM-dd'T'HH:mm:ssXXX" }],
    example: '2026-03-08T12:57:32Z',
    fits: ['2026-03-08T12:57:32Z', '2026-03-08T12:57:32+01:00'],
    misfits: ['2026-03-08T12:57:32', '2026-03-08', 1, null],
  },
  { rule: [{ match: 'arrayContains', variants: [] }], example: [], fits: [[], [1]], misfits: [null, 'a', 1, {}] },
  { rule: [{ match: 'eachKey', rules: [] }], example: { a: 1 }, fits: [{ a: 1 }], misfits: [null, 'a', 1, []] },
  { rule: [eachNumber], example: { a: 1 }, fits: [{ a: 1 }, { a: 2 }], misfits: [null, 'a', 1] },
  { rule: [eachNumber], example: [1], fits: [[1], [2, 3]], misfits: [null, 'a', 1] },
  { rule: [{ match: 'values' }], example: { a: 1 }, fits: [{ a: 1 }, { b: 1 }], misfits: [null, 'a', 1, []] },
  { rule: [{ match: 'notEmpty' }], example: 'a', fits: ['b', 0, false, [1], { a: 1 }], misfits: ['', null, [], {}] },
  { rule: [{ match: 'notEmpty' }], example: { a: 1 }, fits: [{ a: 1 }], misfits: [{}] },
  { rule: [{ match: 'notEmpty' }], example: [1], fits: [[2]], misfits: [[]] },
  {
    rule: [{ match: 'semver' }],
    example: '1.2.3',
    fits: ['1.2.3', '10.0.0-rc.1'],
    misfits: ['1.2', 'v1.2.3', '', null],
  },

  { rule: [{ match: 'type' }, address], example: 'a@b', fits: ['b@c'], misfits: ['b', 1] },
  { rule: [{ match: 'type' }, { match: 'null' }], combine: 'OR', example: 'a', fits: ['', null], misfits: [1, []] },
  { rule: [{ match: 'integer' }, address], combine: 'OR', example: 1, fits: [2, 'a@b'], misfits: ['a', 1.5] },
];

/** Everything in a query is text. */
const inQueries: readonly Judgement[] = [
  { rule: [{ match: 'type' }], example: 'a', fits: texts, misfits: [] },
  { rule: [{ match: 'regex', regex: '\\d+' }], example: '10', fits: ['1'], misfits: ['-1', 'a'] },
  { rule: [{ match: 'equality' }], example: 'a', fits: ['a'], misfits: ['b'] },
  { rule: [{ match: 'integer' }], example: '10', fits: ['0', '25'], misfits: ['1.5', 'a', ''] },
  { rule: [{ match: 'decimal' }], example: '1.5', fits: ['0.25'], misfits: ['a', ''] },
  { rule: [{ match: 'number' }], example: '1', fits: ['1', '1.5', '-3'], misfits: ['a', ''] },
  { rule: [{ match: 'boolean' }], example: 'true', fits: ['true', 'false'], misfits: ['1', 'a', ''] },
  { rule: [{ match: 'include', value: 'a' }], example: 'a', fits: ['bar'], misfits: ['b'] },
];

interface Case extends JudgedValue {
  readonly isFitting: boolean;
}

function casesOf(judgements: readonly Judgement[]): readonly Case[] {
  return judgements.flatMap(({ rule: matchers, combine = 'AND' as const, example, fits, misfits }) => [
    ...fits.map((value) => ({ matchers, combine, example, value, isFitting: true })),
    ...misfits.map((value) => ({ matchers, combine, example, value, isFitting: false })),
  ]);
}

const parts = [
  ['body', inBodies],
  ['query', inQueries],
] as const;

test.each(parts)('judges what stands in a %s as the table says', (part, judgements) => {
  const wrong = judgements.flatMap(({ rule: matchers, combine = 'AND' as const, example, fits, misfits }) => {
    const rule = { part, name: '', place: [], combine, matchers };
    const [refused, taken] = [
      fits.filter((value) => !accepts(rule, value, example)),
      misfits.filter((value) => accepts(rule, value, example)),
    ];
    return refused.length + taken.length === 0 ? [] : [{ matchers, example, refused, taken }];
  });
  expect(wrong).toEqual([]);
});

test.each(parts)("has a table for a %s that Pact's own core agrees with", async (part, judgements) => {
  const cases = casesOf(judgements);
  const judged = await judgedByCore(cases, part);
  expect(cases.filter(({ isFitting }, index) => judged[index] !== isFitting)).toEqual([]);
});

test('has every matcher of Pact in the table', () => {
  const names = new Set(inBodies.flatMap(({ rule }) => rule.map(({ match }) => match)));
  expect([...matchers.keys()].filter((name) => !names.has(name))).toEqual(['contentType', 'statusCode']);
});

test('judges a matcher by all names that Pact has for it, and by what it says where it has none', () => {
  const fits = (matcher: object, value: unknown, example: unknown) =>
    readRules({ body: { $: { matchers: [matcher] } } }).rules.every((rule) => accepts(rule, value, example));
  expect([
    fits({ match: 'real' }, 1.5, 0.5),
    fits({ match: 'real' }, 'a', 0.5),
    fits({ regex: 'web_\\w+' }, 'web_1', 'web_1'),
    fits({ regex: 'web_\\w+' }, 'app_1', 'web_1'),
    fits({ min: 2 }, [1], [1, 2]),
    fits({ match: 'max-type', max: 1 }, [1, 2], [1]),
    fits({ date: 'yyyy' }, '26-03', '2026'),
  ]).toEqual([true, false, true, false, false, false, false]);
});

test('judges no value by a matcher of a plugin, and none by its type of contents', () => {
  const rule = { part: 'body', name: '$', place: [], combine: 'AND' } as const;
  expect(accepts({ ...rule, matchers: [{ match: 'frob' }] }, 'a', 'a')).toBe(false);
  expect(accepts({ ...rule, matchers: [{ match: 'contentType', value: 'image/png' }] }, 'a', 'a')).toBe(true);
});
