import * as fc from 'fast-check';

/** A path expression, or something like one. */
export const expression: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.constantFrom(
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
export const place: fc.Arbitrary<string> = fc.oneof(
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
