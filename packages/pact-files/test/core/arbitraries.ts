import fc from 'fast-check';

import { jsonValues, rawMatchers } from './values.ts';

/** A rule as it stands in a pact file. */
export interface RawRule {
  readonly combine?: string;
  readonly matchers: readonly Readonly<Record<string, unknown>>[];
}

const matcher = fc.constantFrom(...rawMatchers);

/** One matcher, or two in any way. */
export const rule: fc.Arbitrary<RawRule> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ matchers: fc.tuple(matcher) }) },
  {
    weight: 1,
    arbitrary: fc.record({ combine: fc.constantFrom('AND', 'OR', 'or'), matchers: fc.tuple(matcher, matcher) }),
  },
);

/** A value of a body, as JSON has it. */
export const jsonValue: fc.Arbitrary<string> = fc.constantFrom(...jsonValues);

/** A regular expression of Oniguruma, or one of another dialect. */
export const pattern: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...writtenPatterns()) },
  {
    weight: 2,
    arbitrary: fc.letrec<{ readonly pattern: string; readonly part: string }>((tie) => ({
      pattern: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
        fc.tuple(tie('part'), tie('part')).map((parts) => parts.join('|')),
      ),
      part: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom(
          ...'a|b|cus|_|1|.|\\w|\\d|\\s|\\h|\\W|\\D|^|$|\\A|\\z|\\Z|\\b|-|@|é|\\.|\\x41|\\t|\\u00e9'.split('|'),
        ),
        fc.constantFrom('[a-z]', '[^@]', '[\\w.]', '[[:alpha:]]', '[[:^digit:]]', '\\p{Alnum}', '\\p{Lu}', '[\\w-\\.]'),
        fc
          .tuple(fc.constantFrom('(', '(?:', '(?=', '(?!', '(?<=', '(?>', '(?i)(', '(?<n>'), tie('pattern'))
          .map(([open, inner]) => `${open}${inner})`),
        fc
          .tuple(tie('part'), fc.constantFrom('*', '+', '?', '{2}', '{,2}', '{1,}', '*?', '++'))
          .map((parts) => parts.join('')),
        fc.constantFrom(
          '(a)\\1',
          '(?<n>b)\\k<n>',
          '(',
          ')',
          '[',
          '*',
          '(?P<n>a)',
          '(?s)a',
          '[^]',
          '\\u{61}',
          '\\Qa\\E',
          '\\N',
          '\\R',
          '\\X',
        ),
      ),
    })).pattern,
  },
);

/** Patterns as people and libraries write them. */
function writtenPatterns(): readonly string[] {
  return [
    '^cus_\\w+$',
    'cus_[0-9A-Za-z]{2,}',
    '(/organizations/[^/]+)?/customers/cus_01',
    '^[\\w-\\.]+@([\\w-]+\\.)+[\\w-]{2,4}$',
    '^[\\w.-]+@([\\w-]+\\.)+[\\w-]{2,4}$',
    '[^@]+@[^@]+',
    '(?!web_)\\w+',
    '(?=cus)\\w+',
    '^([\\+-]?\\d{4}(?!\\d{2}\\b))((-?)((0[1-9]|1[0-2])(\\3([12]\\d|0[1-9]|3[01]))?|W([0-4]\\d|5[0-2])(-?[1-7])?|(00[1-9]|0[1-9]\\d|[12]\\d{2}|3([0-5]\\d|6[1-6])))?)$',
    '^\\d{4}-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d:[0-5]\\d([+-][0-2]\\d(:?[0-5]\\d)?|Z)$',
    '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
    '(?i)[0-9A-F]+',
    '\\d++',
    '(?>a|ab)c?',
    'a|ab',
    'ab|a',
    '',
    '.*',
    '.+',
    '\\S+',
    '[[:alnum:]_]+',
    '\\h{4}',
    '(?x) a b # c',
    '(?m).+',
    '(?<year>\\d{4})-\\d\\d-\\d\\d',
    '(?-i)a',
    '^(true|false)$',
    'null',
    '(\\(\\g<1>*\\))',
    '\\p{L}+',
    '\\p{Greek}',
    '\\p{Foo}',
    '[a-',
    '[z-a]',
    'a{2,1}',
    'a{99999999}',
    '\\',
    '(?',
    '(?<=a+)b',
    '(a',
    'a)',
    '[]a]',
    '[a&&b]',
    '\\/customers\\/\\w+',
    '/^cus/',
    '(?:a|b)*?',
    '\\bfoo\\b',
    '\\Acus_\\d+\\z',
    '\\Gcus_01',
    'cus_01\\K',
    '\\y.+\\y',
  ];
}

/** Texts that patterns are held against. */
export const text: fc.Arbitrary<string> = fc.constantFrom(
  ...[
    '',
    'a',
    'b',
    'ab',
    'aa',
    'abc',
    'A',
    'é',
    'É',
    'aé',
    'Zoë',
    'cus',
    'cus_01',
    'cus_',
    'CUS_01',
    '1',
    '12',
    '2026',
    '1990-12-31',
    '2026-03-08',
  ],
  ...[
    '2026-03-08T12:57:32Z',
    '2026-03-08T12:57:32+01:00',
    'ann@example.com',
    'a@b',
    'a@b@c',
    '@',
    ' ',
    'a b',
    'a\nb',
    '\n',
    'a\n',
    '\t',
    '_',
    '-',
    '.',
    '..',
  ],
  ...[
    '/customers/cus_01',
    '/organizations/org_01/customers/cus_01',
    '056ae6d9',
    'deadbeef',
    'true',
    'null',
    '()',
    '(())',
    'ac',
    'abab',
    '日本',
    '٣',
    '😀',
    'foo',
    'web_1',
    '1.5',
    'a.b',
    'ß',
    'ﬁ',
  ],
  '056ae6d9-0b1c-4f3e-9a6b-2f6f0c1d2e3f',
);

/** A part of a date format, and texts that it may stand for, right and wrong ones. */
const dateParts: readonly (readonly [part: string, ...texts: string[]])[] = [
  ['yyyy', '2026', '2024', '1900', '26', '02026'],
  ['yy', '26', '24', '2026'],
  ['y', '6', '2026'],
  ['uuuu', '2026', '0'],
  ['YYYY', '2026'],
  ['MM', '03', '12', '13', '0', '2', '02'],
  ['M', '3', '11', '00'],
  ['MMM', 'Mar', 'feb', 'March', 'Foo'],
  ['MMMM', 'March', 'february', 'Mar'],
  ['LL', '02', '13'],
  ['dd', '08', '30', '31', '32', '8', '00'],
  ['d', '8', '29', '31'],
  ['DD', '08', '356', '357'],
  ['DDD', '067', '366'],
  ['EEE', 'Mon', 'MON', 'Monday'],
  ['EEEE', 'Sunday', 'Sun'],
  ['e', '1', '8'],
  ['HH', '12', '00', '23', '24', '7'],
  ['H', '7', '24'],
  ['hh', '12', '00', '13'],
  ['kk', '24', '0'],
  ['KK', '11', '12'],
  ['mm', '57', '60', '5'],
  ['ss', '32', '60', '61'],
  ['S', '1', '12'],
  ['SSS', '123', '1', '1234'],
  ['SSSSSS', '123456', '123'],
  ['n', '123456789', 'a'],
  ['A', '5'],
  ['a', 'AM', 'pm', 'x'],
  ['aa', 'AM'],
  ['G', 'AD', 'bc', 'BCE'],
  ['w', '9', '57'],
  ['W', '1', '6'],
  ['F', '0', '5'],
  ['Q', '1', '5'],
  ['QQQ', 'Q1', 'q4', 'Q5'],
  ['QQQQ', '1st quarter', '2nd'],
  ['X', 'Z', '+01', '+0130', '-12', '+01:00'],
  ['XX', 'Z', '+0130', '+01'],
  ['XXX', 'Z', '+01:00', '+14:00', '+0100', '+01:60'],
  ['XXXX', 'Z', '+010203', '+0102'],
  ['XXXXX', 'Z', '+01:02:03', '+01:02'],
  ['x', '+01', 'Z', '--01'],
  ['xxx', '+01:00', 'Z'],
  ['Z', '+0100', 'Z', '-1200', '+01:00'],
  ['ZZ', '+0100', '+01:00'],
  ['ZZZZ', 'GMT', 'UTC+01:00', 'GMT+14:00'],
  ['ZZZZZ', '+01:00', 'Z'],
  ['ZZZZZZ', '+01:00'],
  ['O', 'GMT+8', 'UTC', 'GMT+08:30'],
  ['OOOO', 'GMT+08:00', 'GMT+8'],
  ['z', 'CET', 'CEST', 'UTC', 'XYZ'],
  ['zzzz', 'Central European Time'],
  ['VV', 'Europe/Berlin', 'America/New_York', 'Europe/Nowhere'],
  ["'T'", 'T', 't'],
  ["'Z'", 'Z', '+00:00'],
  ["'o''clock'", "o'clock", "o''clock"],
  ["''", "'", ''],
  ["'", "'"],
  ['T', 'T'],
  ['b', 'b'],
  ['é', 'é'],
  ['[', '['],
  ['1', '1'],
];

const separator = fc.constantFrom('-', '-', ':', '/', '.', ' ', '', ', ');

/** A date format, and a text in it or beside it. */
export const dateAndFormat: fc.Arbitrary<{ readonly format: string; readonly text: string }> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.tuple(
          fc
            .constantFrom(...dateParts)
            .chain(([part, ...texts]) => fc.tuple(fc.constant(part), fc.constantFrom(...texts))),
          separator,
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => ({
        format: parts.map(([[part], between]) => part + between).join(''),
        text: parts.map(([[, said], between]) => said + between).join(''),
      })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      format: fc.constantFrom(
        ...[
          '',
          'yyyy-MM-dd',
          'YYYY-MM-DD',
          'YYYY-MM-DDTHH:mm:ssZ',
          'dd.MM.yyyy',
          'DD/MM/YYYY',
          'HH:mm',
          'HH:mm:ss',
          'LT',
          'hh:mm a',
        ],
        ...[
          "yyyy-MM-dd'T'HH:mm:ss",
          "yyyy-MM-dd'T'HH:mm:ssX",
          "yyyy-MM-dd'T'HH:mm:ssXXX",
          "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'",
          "yyyy-MM-dd'T'HH:mm:ss.SSSZ",
        ],
        ...[
          "yyyy-MM-dd'T'HH:mm:ssZZ",
          "yyyy-MM-dd'T'HH:mm:ss.SSSZZZZZ",
          'EEE, d MMM yyyy HH:mm:ss Z',
          'yyyyMMdd',
          'x',
          '%Y-%m-%d',
          'yyyy-MM-ddTHH:mm:ssZ',
        ],
      ),
      text: fc.constantFrom(
        ...[
          '',
          '2026-03-08',
          '2026-02-30',
          '2024-02-29',
          '2026-13-01',
          '08.03.2026',
          '08/03/2026',
          '12:57',
          '12:57:32',
          '24:00',
          '20260308',
          '12:57 pm',
        ],
        ...[
          '2026-03-08T12:57:32',
          '2026-03-08T12:57:32Z',
          '2026-03-08T12:57:32+01:00',
          '2026-03-08T12:57:32+0100',
          '2026-03-08T12:57:32.123Z',
          '2026-03-08T12:57:32.123+01:00',
        ],
        ...[
          '2026-03-08T12:57:32.123456Z',
          '2026-03-08 12:57:32',
          'Sun, 8 Mar 2026 12:57:32 +0100',
          '1772974652',
          '2026-3-8',
          '2026-03-08T12:57:32+14:00',
        ],
      ),
    }),
  },
);

/** A path expression, or something like one. */
export const expression: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...[
          '$',
          '$',
          '.',
          '.',
          '[',
          ']',
          "'",
          '*',
          '0',
          '12',
          'a',
          'bc',
          '-',
          '_',
          ':',
          '@',
          '#',
          'é',
          ' ',
          '"',
          '\\',
          '²',
          '½',
          '!',
          '$.',
          "['",
          "']",
          '[*]',
          '[0]',
        ],
      ),
      {
        minLength: 0,
        maxLength: 6,
      },
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom('$', '$', '$', '', 'a', '1', '@', '_', '$.body'),
      fc.array(
        fc.constantFrom(
          '.a',
          '.b_c',
          '.d-e',
          '.@t',
          '.0',
          '[0]',
          '[12]',
          '[*]',
          '.*',
          "['x y']",
          "['']",
          "['it\\'s']",
          '["x"]',
          '..',
          '.é',
          '[-1]',
          '[01]',
          '.a b',
          '.*x',
          "['a.b']",
        ),
        { maxLength: 4 },
      ),
    )
    .map(([root, steps]) => root + steps.join('')),
);

/** A body, and places in it, some of them of nothing. */
const example = {
  id: 'a',
  n: 1,
  tags: [
    { name: 'a', n: 1 },
    { name: 'b', n: 2 },
  ],
  deep: { deep: { n: 1, list: [1, 2] }, id: null },
  lists: [[1], ['a', 'b']],
  numbered: { 0: 'a', 1: { n: 1 } },
  empty: [],
  none: {},
};

const steps = [
  '.id',
  '.n',
  '.tags',
  '.name',
  '.deep',
  '.list',
  '.lists',
  '.numbered',
  '.empty',
  '.none',
  '[0]',
  '[1]',
  '[*]',
  '.*',
  '.0',
  "['id']",
  '.missing',
];

/** A place that a rule is for: most are in the example. */
const place: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '$',
      '',
      '$.id',
      '$.n',
      '$.tags',
      '$.tags[*]',
      '$.tags[*].name',
      '$.tags[0].name',
      '$.tags[*].*',
      '$.tags.0.n',
      '$.deep',
      '$.deep.deep',
      '$.deep.*',
      '$.deep.deep.list',
      '$.deep.deep.list[*]',
      '$.lists',
      '$.lists[*]',
      '$.lists[*][*]',
      '$.lists[*].*',
      '$.numbered',
      '$.numbered[*]',
      '$.numbered.*',
      '$.numbered[0]',
      '$.empty',
      '$.none',
      '$.*',
      '$.*.*',
      '$[*]',
      'id',
      'deep.id',
    ),
  },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...steps), { maxLength: 4 }).map((parts) => `$${parts.join('')}`) },
);

const simple = fc.constantFrom<Readonly<Record<string, unknown>>[]>(
  { match: 'type' },
  { match: 'type', min: 2 },
  { match: 'type', max: 1 },
  { match: 'equality' },
  { match: 'number' },
  { match: 'regex', regex: 'a|b' },
  { match: 'regex', regex: '\\d+' },
  { match: 'null' },
  { match: 'values' },
  { match: 'notEmpty' },
  { match: 'eachKey', rules: [{ match: 'regex', regex: '[a-z]+' }] },
  { match: 'eachValue', rules: [{ match: 'type' }] },
  { match: 'eachValue', rules: [{ match: 'eachValue', rules: [{ match: 'number' }] }] },
  { match: 'arrayContains', variants: [{ index: 0, rules: { '$.n': { matchers: [{ match: 'integer' }] } } }] },
  {
    match: 'arrayContains',
    variants: [{ index: 1, rules: { '$.*': { matchers: [{ match: 'type' }] } } }, { index: 0 }],
  },
);

/** Rules for places of a body, an example, and an answer that is much like it. */
export const bodyCase: fc.Arbitrary<{ readonly rules: object; readonly example: string; readonly body: string }> =
  fc.record({
    rules: fc
      .dictionary(
        place,
        fc.record({
          combine: fc.constantFrom('AND', 'AND', 'OR'),
          matchers: fc.oneof(fc.tuple(simple), fc.tuple(simple), fc.tuple(simple, simple)),
        }),
        { minKeys: 1, maxKeys: 4, noNullPrototype: true },
      )
      .map((body) => ({ body })),
    example: fc.constant(JSON.stringify(example)),
    body: changed(example).map((body) => JSON.stringify(body)),
  });

/** The example with some of its values changed, left out, or doubled. */
function changed(value: unknown): fc.Arbitrary<unknown> {
  const other = fc.constantFrom<unknown[]>('a', 'x', 1, 2, 1.5, null, true, [], {}, [1, 2, 3], { n: 1 }, { x: 'a' });
  const same = { weight: 60, arbitrary: within(value) };
  return fc.oneof(same, { weight: 1, arbitrary: other });
}

function within(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) {
    const elements: readonly unknown[] = value;
    const all = fc.tuple(...elements.map(changed)).map((list): unknown => list);
    const more = fc.constant([...elements, elements[0] ?? 1]);
    return fc.oneof(
      { weight: 30, arbitrary: all },
      { weight: 1, arbitrary: more },
      { weight: 1, arbitrary: fc.constant(elements.slice(1)) },
    );
  }
  if (typeof value !== 'object' || value === null) return fc.constant(value);
  const members = Object.entries(value).map(([name, each]: [string, unknown]) =>
    fc.tuple(
      fc.oneof(
        { weight: 60, arbitrary: fc.constant(name) },
        { weight: 1, arbitrary: fc.constantFrom(undefined, 'other') },
      ),
      changed(each),
    ),
  );
  return fc
    .tuple(...members)
    .map((entries) =>
      Object.fromEntries(entries.flatMap(([name, each]) => (name === undefined ? [] : [[name, each]]))),
    );
}

/** What may stand where rules belong, sound or not. */
export const rulesJson: fc.Arbitrary<unknown> = fc.letrec<
  Record<'rules' | 'category' | 'rule' | 'matcher' | 'junk', unknown>
>((tie) => ({
  junk: fc.constantFrom<unknown[]>(null, 'type', 5, true, [], {}, [null], ''),
  matcher: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<unknown[]>(...rawMatchers) },
    { weight: 1, arbitrary: tie('junk') },
    {
      weight: 4,
      arbitrary: fc.record(
        {
          match: fc.constantFrom<unknown[]>(
            ...[
              'type',
              'regex',
              'include',
              'min',
              'max',
              'min-type',
              'arrayContains',
              'eachKey',
              'eachValue',
              'statusCode',
              'contentType',
              'frob',
              '',
              null,
              5,
              'Type',
              'minType',
              'date',
            ],
          ),
          regex: fc.constantFrom<unknown[]>('a', null, 1, '('),
          min: fc.constantFrom<unknown[]>(1, '1', 0, -1, 'x', null, 1.5),
          max: fc.constantFrom<unknown[]>(1, '2', null),
          value: fc.constantFrom<unknown[]>('a', null),
          status: fc.constantFrom<unknown[]>('success', 'ok', [200], ['200'], ['x'], 200, null, {}),
          rules: fc.oneof(tie('junk'), fc.array(tie('matcher'), { maxLength: 2 })),
          variants: fc.oneof(
            tie('junk'),
            fc.array(
              fc.oneof(
                tie('junk'),
                fc.record(
                  {
                    index: fc.constantFrom<unknown[]>(0, '0', null),
                    rules: fc.oneof(tie('junk'), tie('category')),
                    generators: fc.constantFrom<unknown[]>(
                      { '$.a': { type: 'Uuid' } },
                      { $a: { type: 'Uuid' } },
                      { $a: 1 },
                      null,
                    ),
                  },
                  { requiredKeys: [] },
                ),
              ),
              { maxLength: 2 },
            ),
          ),
          timestamp: fc.constantFrom<unknown[]>('yyyy', null),
        },
        { requiredKeys: [] },
      ),
    },
  ),
  rule: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record(
        {
          combine: fc.constantFrom<unknown[]>('AND', 'or', null, 1),
          matchers: fc.array(tie('matcher'), { maxLength: 2 }),
        },
        { requiredKeys: ['matchers'] },
      ),
    },
    { weight: 1, arbitrary: fc.record({ matchers: tie('junk') }) },
    { weight: 1, arbitrary: tie('junk') },
    { weight: 1, arbitrary: tie('matcher') },
  ),
  category: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.dictionary(fc.oneof(place, fc.constantFrom('$a', '$.a b', 'matchers')), tie('rule'), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
    },
    { weight: 1, arbitrary: tie('junk') },
    { weight: 1, arbitrary: tie('rule') },
  ),
  rules: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.dictionary(
        fc.constantFrom('body', 'body', 'header', 'query', 'path', 'status', 'Body', 'foo', 'metadata'),
        tie('category'),
        { maxKeys: 2, noNullPrototype: true },
      ),
    },
    {
      weight: 3,
      arbitrary: fc.dictionary(
        fc.constantFrom(
          '$.body',
          '$.body.id',
          '$.bodyid',
          "$['body']['id']",
          '$.headers.X-A',
          '$.header',
          '$.query.a',
          '$.query',
          '$.path',
          '$.status',
          '$',
          '$.',
          '$.foo.id',
          '$.foo',
          "$.headers['x y']",
          '$.body.a b',
          'body',
        ),
        fc.oneof(tie('matcher'), tie('rule')),
        { maxKeys: 2, noNullPrototype: true },
      ),
    },
    { weight: 1, arbitrary: tie('junk') },
  ),
})).rules;
