import * as fc from 'fast-check';

import { place } from './bodies.ts';
import { rawMatchers } from './values.ts';

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
