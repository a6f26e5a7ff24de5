import { startEmulator } from '@customer-contracts/emulator';
import { customerFixtures } from '@customer-contracts/fixtures';
import { Customer } from '@customer-contracts/schemas';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { send } from './send.ts';

const customers = customerFixtures({ seed: 42 }).complete().withLeadSource();

/** A body with a member more in each of its objects, but in the organization's own fields: those may have any. */
function withMore(value: unknown, name: string, more: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withMore(item, name, more));
  if (typeof value !== 'object' || value === null) return value;
  const members = new Map<string, unknown>(Object.entries(value));
  for (const [member, inner] of members) {
    if (member !== 'customFields') members.set(member, withMore(inner, name, more));
  }
  // As JSON.parse does it: "__proto__" is a member like any other.
  return Object.fromEntries([...members, [name, more]]);
}

test('whatever a body has more than the schema of a request, at whatever depth, is as if it were not there', async () => {
  await using emulator = await startEmulator({ rateLimit: false, clock: () => new Date('2026-01-01T00:00:00Z') });
  let count = 0;
  const name = fc.oneof(
    fc.constantFrom('hash', 'isValid', 'revision', 'createdTime', '_links', '__proto__', 'constructor', 'toString'),
    fc.string().filter((text) => !/^[a-z]/i.test(text)),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 10_000 }), name, fc.jsonValue(), async (index, name, more) => {
      // A token works once, and the body is sent twice.
      const { paymentToken: _, ...input } = customers.inputs.at(index);
      const id = `c${(count += 1)}`;
      const expected = await send(emulator, `PUT /customers/${id}`, input);
      const { status, body } = await send(emulator, `PUT /customers/${id}`, withMore(input, name, more));
      expect({ status, body }).toEqual({ status: 200, body: { ...Customer.parse(expected.body), revision: 2 } });
    }),
    { numRuns: 200 * testSizes.properties },
  );
});
