import { JsonSchema } from '@customer-contracts/pact-files/internal';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { exampleOf } from '../src/api/example-of.ts';

const text = z.string();
const Documented = z.strictObject({
  id: text.max(50),
  code: text.max(4),
  email: z.email().nullable(),
  status: z.enum(['new', 'old']),
  kind: z.literal('person'),
  isActive: z.boolean().optional(),
  count: z.int(),
  address: z.strictObject({ city: text.nullable(), zip: text.optional() }),
  tags: z.array(z.strictObject({ name: text, colour: text.nullable() })),
  createdTime: z.iso.datetime({ offset: true }),
});
const documented = JsonSchema.parse(z.toJSONSchema(Documented, { io: 'input' }));

test('gives a complete one every member', () => {
  const example = exampleOf(documented, 'complete', 0);
  expect(Documented.parse(example)).toEqual({
    id: 'example-1',
    code: 'X',
    email: 'bob@example.com',
    status: 'new',
    kind: 'person',
    isActive: true,
    count: 0,
    address: { city: 'example-1', zip: 'example-1' },
    tags: [{ name: 'example-1', colour: 'example-1' }],
    createdTime: '2026-03-08T12:57:32Z',
  });
});

test('gives a bare one null wherever it may be, and leaves out what may be absent', () => {
  const example = exampleOf(documented, 'bare', 0);
  expect(Documented.parse(example)).toEqual({
    id: 'example-1',
    code: 'X',
    email: null,
    status: 'new',
    kind: 'person',
    count: 0,
    address: { city: null },
    tags: [{ name: 'example-1', colour: null }],
    createdTime: '2026-03-08T12:57:32Z',
  });
});

test('makes two that are two, and the same ones each time', () => {
  expect(exampleOf(documented, 'complete', 1)).toMatchObject({ id: 'example-2', address: { city: 'example-2' } });
  expect(exampleOf(documented, 'complete', 1)).toEqual(exampleOf(documented, 'complete', 1));
});

test('gives nothing where the schema names no member', () => {
  expect(exampleOf({}, 'complete', 0)).toEqual({});
});
