import { type StateHandlers, type VerificationError, verifyProvider } from '@customer-contracts/pact/verify';
import { expect, test } from 'vitest';

import { send } from './send.ts';
import { startProvider } from './start-provider.ts';
import { temporaryPacts } from './temporary-pacts.ts';

/** Why a contract of one interaction fails with this handler of its state. */
async function reasonWith(customerExists: StateHandlers['customerExists']): Promise<unknown> {
  await using pacts = await temporaryPacts();
  await pacts.pact.getCustomer({ id: 'cus_01' }).test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();
  await pacts.merged();
  await using provider = await startProvider(() => ({}));
  const options = { baseUrl: provider.url, pacts: [pacts.directory], timeout: 3000 };
  const verification = verifyProvider({
    ...options,
    ...(customerExists ? { states: { customerExists } } : { states: {} }),
  });
  return await verification.then(
    () => 'passed',
    (error: VerificationError) => error.verification.interactions.flatMap(({ reasons }) => reasons),
  );
}

const prefix = 'the provider state "a customer exists" could not be brought about:';

class UnarrangeableStateError extends Error {
  override name = 'UnarrangeableStateError';
}

test.each<readonly [string, StateHandlers['customerExists'], string]>([
  [
    'never ends',
    () => new Promise(() => {}),
    'Its handler did not end within 3000 ms. Let it, or give a longer timeout.',
  ],
  [
    'gives a bigint',
    () => ({ apiKey: 'key', count: 1n }),
    'What its handler gives is no JSON: Do not know how to serialize a BigInt. Give text, numbers, or plain objects.',
  ],
  [
    'gives a cycle',
    () => {
      const cycle: Record<string, unknown> = {};
      cycle['itself'] = cycle;
      return cycle;
    },
    'What its handler gives is no JSON: Converting circular structure to JSON. Give text, numbers, or plain objects.',
  ],
  [
    'throws an error that only has the name of ours',
    () => {
      throw new UnarrangeableStateError('out of order');
    },
    'out of order',
  ],
])('fails an interaction by name when the handler of its state %s', async (_, handler, reason) => {
  expect(await reasonWith(handler)).toEqual([`${prefix} ${reason}`]);
});
