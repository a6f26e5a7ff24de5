import { Customer, CustomerDates, DateTime, DateTimeCodec } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';
import * as z from 'zod';

test.each([
  ['2026-03-08T12:57:32Z', '2026-03-08T12:57:32Z'],
  ['2026-03-08T12:57:32.5Z', '2026-03-08T12:57:32.500Z'],
  ['2026-03-08T12:57:32+00:00', '2026-03-08T12:57:32Z'],
  ['2026-03-08T18:27:32+05:30', '2026-03-08T12:57:32Z'],
])('%s is the same moment as a date, and is written as %s', (text, written) => {
  const date = DateTimeCodec.decode(text);
  expect(date.getTime()).toBe(Date.parse(text));
  expect(DateTimeCodec.encode(date)).toBe(written);
});

test('what is no moment is refused, both ways', () => {
  expect(DateTimeCodec.safeDecode('2026-03-08 12:57:32').success).toBe(false);
  expect(DateTimeCodec.safeEncode(new Date(Number.NaN)).success).toBe(false);
});

test('a customer has dates at every depth, and a day of birth stays text', () => {
  const time = '2026-03-08T12:57:32Z';
  const wire: Customer = {
    id: 'cus_01',
    createdTime: time,
    lastPaymentTime: null,
    primaryAddress: { dob: '1990-02-28' },
    tags: [{ name: 'vip', type: 'customer', createdTime: time }],
    _embedded: { leadSource: { createdTime: time, original: { updatedTime: time } } },
  };
  const customer = CustomerDates.decode(wire);
  const date = new Date(time);
  expect(customer).toEqual({
    id: 'cus_01',
    createdTime: date,
    lastPaymentTime: null,
    primaryAddress: { dob: '1990-02-28' },
    tags: [{ name: 'vip', type: 'customer', createdTime: date }],
    _embedded: { leadSource: { createdTime: date, original: { updatedTime: date } } },
  });
  expect(CustomerDates.encode(customer)).toEqual(wire);
});

/** The paths of all members that are made by a schema of some kind. */
function paths(schema: z.core.$ZodType, isSought: (schema: z.core.$ZodType) => boolean, path = ''): string[] {
  if (isSought(schema)) return [path];
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodNullable)
    return paths(schema.unwrap(), isSought, path);
  if (schema instanceof z.ZodArray) return paths(schema.element, isSought, `${path}[]`);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, member]) =>
    paths(member, isSought, `${path}.${name}`),
  );
}

test('each moment of a customer is a date there, none is forgotten', () => {
  const moments = paths(Customer, (schema) => schema === DateTime);
  expect(moments).toHaveLength(9);
  expect(paths(CustomerDates, (schema) => schema === DateTimeCodec)).toEqual(moments);
});
