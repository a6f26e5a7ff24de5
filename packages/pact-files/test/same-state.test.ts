import { createEmulator } from '@customer-contracts/emulator';
import { lint, parsePact } from '@customer-contracts/pact-files';
import { type ProviderState, providerStates } from '@customer-contracts/schemas';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { raw, rawPact } from './raw-pact.ts';

const emulator = createEmulator({ providerStates: true });
afterAll(() => emulator.close());

const catalogue = Object.values<ProviderState>(providerStates).map(({ sentence, parameters }) => ({
  sentence,
  names: Object.keys(parameters.shape),
}));

/** What parameters may be, and may not be. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  id: ['cus_01', 'ann@example.com', 'a b', '', 7],
  targetCustomerId: ['cus_02', 'a/b'],
  view: ['complete', 'bare', 'full'],
  count: [1, 3, 0, 1001, '2', 1.5],
  members: [{}, { email: 'ann@example.com' }, { emial: 'ann@example.com' }, { paymentCount: 'many' }],
  customerId: ['cus_01'],
};

/** A state of the catalogue, or nearly one, with some of its parameters, and now and then one that it doesn't have. */
const state = fc.constantFrom(...catalogue).chain(({ sentence, names }) =>
  fc.record({
    name: fc.constantFrom(sentence, sentence, sentence, sentence.toUpperCase()),
    parameters: fc
      .tuple(fc.subarray(names), fc.subarray(Object.keys(values), { maxLength: 1 }), fc.integer({ min: 0, max: 4 }))
      .chain(([own, other, dice]) =>
        fc.record(
          Object.fromEntries(
            [...own, ...(dice === 0 ? other : [])].map((name) => [name, fc.constantFrom(...(values[name] ?? []))]),
          ),
        ),
      ),
  }),
);

test('lint has something against exactly the states that the emulator refuses', async () => {
  const states = fc.sample(state, { seed: 9, numRuns: 2000 * testSizes.properties });
  const setUp = states.map(async ({ name, parameters: params }) => {
    const body = JSON.stringify({ state: name, action: 'setup', params });
    const headers = { 'Content-Type': 'application/json' };
    const request = new Request('http://emulator/_provider-states', { method: 'POST', headers, body });
    const { status } = await emulator.fetch(request);
    return status !== 200;
  });
  const interactions = states.map(({ name, parameters }, index) =>
    raw.getCustomer({ state: name, parameters, description: String(index) }),
  );
  const findings = await lint([parsePact(rawPact(interactions), 'pact.json')]);
  const byLint = new Set(
    findings.filter(({ rule }) => rule === 'provider-state').map(({ interaction }) => interaction),
  );
  const byEmulator = await Promise.all(setUp);
  expect(states.filter((_, index) => byEmulator[index] !== byLint.has(String(index)))).toEqual([]);
  expect(new Set(byEmulator)).toEqual(new Set([true, false]));
});
