import * as z from 'zod';

import { Customer, CustomerInput } from './customer.ts';
import { isOptional } from './optional.ts';

/**
 * What of a customer that was read can be written: the body of a PUT that changes nothing, and of one that changes what you
 * set. Read-only and unknown members are left out, at every depth. The payment instrument stays as it is, because the body
 * names none; a lead source is no part of it, since each write of one records a new attribution.
 *
 * ```ts
 * const { body } = await client.getCustomer({ id });
 * await client.putCustomer({ id, body: { ...toCustomerInput(body), locale: 'fr-FR' } });
 * ```
 *
 * A value that the API has added since, a new kind of tax number, is kept: to leave it out would delete it.
 */
export function toCustomerInput(customer: Customer): CustomerInput {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Its members are those of the schema; their values were the API's own.
  return writable(customerMembers(), customer) as CustomerInput;
}

/** The members of the input that a customer has too. A function, so that a bundler leaves it out where nobody asks. */
function customerMembers(): z.core.$ZodType {
  const names = Object.keys(Customer.shape);
  return z.object(Object.fromEntries(Object.entries(CustomerInput.shape).filter(([name]) => names.includes(name))));
}

function writable(schema: z.core.$ZodType, value: unknown): unknown {
  if (isOptional(schema) || schema instanceof z.ZodNullable) return writable(schema.unwrap(), value);
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((item: unknown) => writable(schema.element, item));
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value;
  const members = new Map<string, unknown>(Object.entries(value));
  return Object.fromEntries(
    Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, member]) => {
      const given = members.get(name);
      return given === undefined ? [] : [[name, writable(member, given)]];
    }),
  );
}
