import { startEmulator } from '@customer-contracts/emulator';
import { emulatorStates, type VerificationError, verifyProvider } from '@customer-contracts/pact';
import { expect, it } from 'vitest';

import { send } from './send.ts';
import { startProvider } from './start-provider.ts';
import { temporaryPacts, type TemporaryPacts } from './temporary-pacts.ts';

async function oneInteraction(): Promise<TemporaryPacts> {
  const pacts = await temporaryPacts();
  await pacts.pact.getCustomer({ id: 'cus_01' }).test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();
  await pacts.merged();
  return pacts;
}

/** An address at which nothing listens any more. */
async function addressOfNobody(): Promise<string> {
  await using provider = await startProvider(() => ({}));
  return provider.url;
}

it('says once that nothing answers at the address of the provider', async () => {
  await using pacts = await oneInteraction();
  const baseUrl = await addressOfNobody();

  await expect(verifyProvider({ baseUrl, pacts: [pacts.directory], states: {} })).rejects.toMatchObject({
    name: 'VerificationError',
    message: `Failed to verify rebilly-customers-api: nothing answers at ${baseUrl}. Start the provider, or correct baseUrl.`,
  } satisfies Partial<VerificationError>);
});

it.each([
  [{ baseUrl: '127.0.0.1:3000' }, 'baseUrl is "127.0.0.1:3000". Give a URL that starts with http:// or https://.'],
  [{ baseUrl: undefined }, 'baseUrl is missing. Give a URL that starts with http:// or https://.'],
  [{ pacts: 'pacts' }, `pacts is "pacts". Give a list of paths: ['pacts'].`],
  [{ pacts: undefined }, `there are no pacts. Give pacts: ['pacts'], or a broker.`],
  [
    { states: undefined },
    'states is missing. Give emulatorStates({ url }), apiStates(client), or handlers of your own.',
  ],
])('refuses %j, which the types would refuse', async (wrong, problem) => {
  const options = { baseUrl: 'http://127.0.0.1', pacts: ['pacts'], states: {}, ...wrong };

  // @ts-expect-error -- as plain JavaScript does
  await expect(verifyProvider(options)).rejects.toMatchObject({
    name: 'VerificationError',
    message: `Failed to verify rebilly-customers-api: ${problem}`,
  });
});

it('says how to start an emulator that takes no provider states', async () => {
  await using pacts = await oneInteraction();
  await using emulator = await startEmulator();
  const { url } = emulator;

  await expect(
    verifyProvider({ baseUrl: url, pacts: [pacts.directory], states: emulatorStates({ url }) }),
  ).rejects.toThrow(
    `The emulator at ${url} takes no provider states. Start it with --provider-states, or providerStates: true.`,
  );
});

it('says when the emulator that arranges states is not there', async () => {
  await using pacts = await oneInteraction();
  await using provider = await startProvider(() => ({}));
  const url = await addressOfNobody();

  await expect(
    verifyProvider({ baseUrl: provider.url, pacts: [pacts.directory], states: emulatorStates({ url }) }),
  ).rejects.toThrow(`The emulator can't be reached at ${url}. Check the URL and that it runs.`);
});
