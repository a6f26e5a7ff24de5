import * as schemas from '@customer-contracts/schemas';
import {
  Customer,
  customerAfterMerge,
  customerAfterPut,
  CustomerInput,
  LeadSource,
  leadSourceAfterPut,
  LeadSourceInput,
  operationIds,
  operations,
} from '@customer-contracts/schemas';
import { expect, test } from 'vitest';
import * as z from 'zod';

const now = '2026-03-08T12:57:32Z';

/** Each member below a schema that may be left out: its path, and whether it may be undefined, too. */
function optionalMembers(schema: z.core.$ZodType, path: string): [path: string, takesUndefined: boolean][] {
  if (schema instanceof z.ZodNullable) return optionalMembers(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return optionalMembers(schema.element, `${path}[]`);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional)
    return [[path, schema instanceof z.ZodOptional], ...optionalMembers(schema.unwrap(), path)];
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, member]) =>
    optionalMembers(member, `${path}.${name}`),
  );
}

const exported = Object.entries<unknown>(schemas).flatMap(([name, schema]) =>
  schema instanceof z.ZodType ? optionalMembers(schema, name) : [],
);
const isWritten = ([path]: readonly [string, boolean]): boolean => /^\w+Input\b/.test(path);

test('nothing that is read may be undefined, at any depth', () => {
  const read = exported.filter((member) => !isWritten(member));
  expect(read.length).toBeGreaterThan(100);
  expect(read.filter(([, takesUndefined]) => takesUndefined)).toEqual([]);
});

test('all that is written may be undefined, at any depth, where it may be left out', () => {
  const queries = operationIds.flatMap((id) => optionalMembers(operations[id].query, id));
  const written = [...exported.filter(isWritten), ...queries];
  expect(written.length).toBeGreaterThan(50);
  expect(written.filter(([, takesUndefined]) => !takesUndefined)).toEqual([]);
});

test('an undefined member is no answer, and a request without it', () => {
  const { error } = Customer.safeParse({ id: 'cus_01', email: undefined, tags: undefined });
  expect(error?.issues.map(({ path }) => path)).toEqual([['email'], ['tags']]);
  const input = {
    locale: undefined,
    primaryAddress: { emails: [{ label: 'a', value: 'a@example.com', primary: undefined }] },
  };
  expect(CustomerInput.parse(input)).toEqual(input);
  expect(LeadSourceInput.parse({ medium: undefined })).toEqual({});
});

test('what a write makes is an answer, also of members that are undefined', () => {
  const by = { id: 'cus_01', organizationId: 'demo', previous: undefined, now };
  const input: CustomerInput = {
    websiteId: undefined,
    primaryAddress: { city: undefined, emails: [{ label: 'a', value: 'a@example.com', primary: undefined }] },
    taxNumbers: [{ type: 'other', value: '1', isDefault: undefined }],
  };
  const customer = customerAfterPut({ ...by, input, makeId: (prefix) => prefix, contactHash: () => 'hash' });
  expect(Customer.parse(customer)).toStrictEqual(customer);
  const leadSource = leadSourceAfterPut({ ...by, input: { medium: undefined, source: 'google' } });
  expect(LeadSource.parse(leadSource)).toStrictEqual(leadSource);
  const merged = customerAfterMerge({ target: { id: 'cus_01' }, duplicate: { id: 'cus_02' }, now });
  expect(Customer.parse(merged)).toStrictEqual(merged);
});
