import { createEmulator } from '@customer-contracts/emulator';
import { customerFixtures } from '@customer-contracts/fixtures';
import { Customer, tolerant, toCustomerInput } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';

const Read = tolerant(Customer);

/** 20,000 in the night. */
const many = 1000 * testSizes.properties;

test(`a PUT of what was read changes nothing, for ${many} customers`, async () => {
  using emulator = createEmulator({
    credentials: [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }],
    rateLimit: false,
    clock: () => new Date(0),
  });
  const call = async (method: string, body?: object): Promise<Customer> => {
    const response = await emulator.fetch(
      new Request('http://emulator/customers/ada', {
        method,
        headers: { 'REB-APIKEY': 'key', 'Content-Type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    expect(response.ok).toBe(true);
    return Read.parse(await response.json());
  };

  const customers = customerFixtures({ seed: 3 });
  for (const { inputs } of [customers, customers.minimal(), customers.bare(), customers.withLeadSource()]) {
    for (const input of inputs.take(many / 4)) {
      await call('PUT', input);
      const read = await call('GET');
      const { revision = 0, updatedTime, ...before } = read;
      await call('PUT', toCustomerInput(read));
      expect(await call('GET')).toEqual({ ...before, revision: revision + 1, updatedTime });
    }
  }
});
