import { isRecord, JsonSchema } from '@customer-contracts/pact-files/internal';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { exampleOf } from '../src/api/example-of.ts';
import { witnesses } from '../src/proof/witnesses.ts';

const text = z.string();
const Documented = z.looseObject({
  id: text.max(50),
  email: z.email().nullable(),
  status: z.enum(['new', 'old']),
  isActive: z.boolean().optional(),
  count: z.int(),
  address: z.looseObject({ city: text.min(2).max(45).nullable() }).nullable(),
  tags: z.array(z.looseObject({ name: text.max(45) })),
  customFields: z.record(text, z.unknown()),
  createdTime: z.iso.datetime({ offset: true }),
  phones: z.array(z.looseObject({ value: text })).min(1),
  _links: z.array(z.looseObject({ rel: z.literal('self') })).optional(),
});
const documented = jsonOf(Documented);
const complete = exampleOf(documented, 'complete', 0);

function jsonOf(schema: z.ZodType): JsonSchema {
  return JsonSchema.parse(z.toJSONSchema(schema, { io: 'input' }));
}

const claimsFor = (reader: z.ZodType, isStrict = false) =>
  witnesses(jsonOf(reader), documented, complete, { isStrict, closed: new Map() }).map(({ member, claim }) =>
    `${member} ${claim}`.trim(),
  );

const more = 'may have members that the API does not document yet';

test('makes only bodies that zod takes for what the API documents', () => {
  const made = witnesses(documented, documented, complete, { isStrict: true, closed: new Map() });
  expect(made.filter(({ body }) => !Documented.safeParse(body).success)).toEqual([]);
  expect(made.length).toBeGreaterThan(30);
});

test('changes one member at a time, to the value that it says', () => {
  for (const { member, value, body } of witnesses(documented, documented, complete, {
    isStrict: true,
    closed: new Map(),
  })) {
    const changed = Object.entries(complete).filter(
      ([name, own]) => JSON.stringify(isRecord(body) ? body[name] : undefined) !== JSON.stringify(own),
    );
    const [first = ''] = member.split(/[.[]/);
    expect(changed.map(([name]) => name)).toEqual(
      JSON.stringify(body) === JSON.stringify(complete) || first === '' ? [] : [first],
    );
    expect(JSON.stringify(body)).toContain(JSON.stringify(value) ?? '');
  }
});

test.each<readonly [string, z.ZodType, readonly string[]]>([
  [
    'null, and both ends of a length',
    z.object({ address: z.object({ city: text }) }),
    [
      more,
      'address may be null',
      `address ${more}`,
      'address.city may be null',
      'address.city may have 2 characters',
      'address.city may have 45 characters',
    ],
  ],
  ['each value of an enumeration', z.object({ status: text }), [more, 'status may be "new"', 'status may be "old"']],
  [
    'the sizes of a list, and what is in it',
    z.object({ tags: z.array(z.object({ name: text })) }),
    [
      more,
      'tags may be empty',
      'tags may have several elements',
      `tags[] ${more}`,
      'tags[].name may have one character',
      'tags[].name may have 45 characters',
    ],
  ],
  [
    'what a map may hold',
    z.object({ customFields: z.record(text, z.unknown()) }),
    [
      more,
      'customFields may hold "text"',
      'customFields may hold 1',
      'customFields may hold true',
      'customFields may hold ["text"]',
      'customFields may hold {"currency":"USD","amount":1}',
    ],
  ],
  [
    'nothing of a literal',
    z.object({ _links: z.array(z.object({ rel: text })) }),
    [more, '_links may be empty', '_links may have several elements', `_links[] ${more}`],
  ],
  ['nothing of what is not read', z.object({}), [more]],
])('claims %s', (_, reader, claims) => {
  expect(claimsFor(reader)).toEqual(claims);
});

test('never empties a list that has an element', () => {
  const claims = claimsFor(z.object({ phones: z.array(z.object({})) }));
  expect(claims).toEqual([more, 'phones may have several elements', `phones[] ${more}`]);
});

test('leaves out what may be absent only where that is asked for', () => {
  const reader = z.object({ isActive: z.boolean().optional(), count: z.int() });
  expect(claimsFor(reader)).not.toContain('isActive may be absent');
  expect(claimsFor(reader, true)).toContain('isActive may be absent');
  expect(claimsFor(reader, true)).not.toContain('count may be absent');
});
