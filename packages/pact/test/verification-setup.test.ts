import { inspect } from 'node:util';

import { createCustomersClient } from '@customer-contracts/client';
import { startEmulator } from '@customer-contracts/emulator';
import {
  apiStates,
  emulatorStates,
  type StateHandlers,
  type VerificationError,
  verifyProvider,
} from '@customer-contracts/pact/verify';
import { expect, test } from 'vitest';
import * as z from 'zod';

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

test('says once that nothing answers at the address of the provider', async () => {
  await using pacts = await oneInteraction();
  const baseUrl = await addressOfNobody();

  await expect(verifyProvider({ baseUrl, pacts: [pacts.directory], states: {} })).rejects.toMatchObject({
    name: 'VerificationError',
    message: `Failed to verify rebilly-customers-api: nothing answers at ${baseUrl}. Start the provider, or correct baseUrl.`,
  } satisfies Partial<VerificationError>);
});

test.each([
  ['baseUrl is "127.0.0.1:3000". Give a URL that starts with http:// or https://.', { baseUrl: '127.0.0.1:3000' }],
  ['baseUrl is absent. Give a URL that starts with http:// or https://.', { baseUrl: undefined }],
  [`pacts is "pacts". Give a list of paths: ['pacts'].`, { pacts: 'pacts' }],
  [`there are no pacts. Give pacts: ['pacts'], or a broker.`, { pacts: undefined }],
  [
    'states is absent. Give emulatorStates({ url }), apiStates(client), or handlers of your own.',
    { states: undefined },
  ],
  [
    'there is no option pactUrls. Choose from baseUrl, provider, pacts, broker, states, ownStates, credentials, timeout, customProviderHeaders, disableSslVerification, failIfNoPactsFound, concurrency, shard.',
    { pactUrls: [] },
  ],
  ['there is no option provder. Did you mean provider?', { provder: 'x' }],
  ["there are no pacts. Give pacts: ['pacts'], or a broker.", { pacts: [] }],
  ['shard.index is 0. Give a whole number from 1.', { shard: { index: 0, count: 2 } }],
  [
    'shard is {"index":3,"count":2}. Give { index, count }, with an index from 1 to count.',
    { shard: { index: 3, count: 2 } },
  ],
  ['concurrency is 0. Give a whole number from 1.', { concurrency: 0 }],
  [
    'concurrency is 2, and apiStates arranges one organization for all. Leave it out, or verify with shards that have an organization each.',
    { concurrency: 2, states: apiStates(createCustomersClient({ server: 'sandbox', apiKey: 'key' })) },
  ],
  [
    'concurrency is for pact files, and these are in a broker. Leave it out.',
    { concurrency: 2, broker: {}, pacts: undefined },
  ],
  [
    'shard is for pact files, and these are in a broker. Select a part with consumerVersionSelectors.',
    { shard: { index: 1, count: 2 }, broker: {}, pacts: undefined },
  ],
])('says to plain JavaScript that %s', async (problem, wrong) => {
  const options = { baseUrl: 'http://127.0.0.1', pacts: ['pacts'], states: {}, ...wrong };

  // @ts-expect-error -- as plain JavaScript does
  await expect(verifyProvider(options)).rejects.toMatchObject({
    name: 'VerificationError',
    message: `Failed to verify rebilly-customers-api: ${problem}`,
  });
});

test('takes pacts that are undefined for none, where there is a broker', async () => {
  const broker = { url: await addressOfNobody() };

  await expect(verifyProvider({ baseUrl: 'http://127.0.0.1', pacts: undefined, broker, states: {} })).rejects.toThrow(
    `Failed to use the Pact Broker at ${broker.url}`,
  );
});

test('says how to start an emulator that takes no provider states', async () => {
  await using pacts = await oneInteraction();
  await using emulator = await startEmulator();
  const { url } = emulator;

  await expect(
    verifyProvider({ baseUrl: url, pacts: [pacts.directory], states: emulatorStates({ url }) }),
  ).rejects.toThrow(
    `The emulator at ${url} takes no provider states. Start it with --provider-states, or providerStates: true.`,
  );
});

test('says when the emulator that arranges states is not there', async () => {
  await using pacts = await oneInteraction();
  await using provider = await startProvider(() => ({}));
  const url = await addressOfNobody();

  await expect(
    verifyProvider({ baseUrl: provider.url, pacts: [pacts.directory], states: emulatorStates({ url }) }),
  ).rejects.toThrow(`The emulator can't be reached at ${url}. Check the URL and that it runs.`);
});

test('shows no key or token, not even one that the provider or a handler repeats', async () => {
  await using pacts = await temporaryPacts();
  const Summary = z.object({ id: z.string(), email: z.string().nullable() });
  await pacts.pact
    .getCustomer({ id: 'cus_01' })
    .reads(Summary)
    .test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();
  await pacts.merged();
  const apiKey = 'a-key-like-no-other';
  await using provider = await startProvider(({ headers }) => ({ id: 'cus_01', email: [headers['reb-apikey']] }));
  const states: StateHandlers = {
    customerExists: ({ view }) => {
      if (view === 'bare') throw new Error(`no customer for ${apiKey}`);
      return { apiKey };
    },
  };

  const verification = verifyProvider({
    baseUrl: provider.url,
    pacts: [pacts.directory],
    states,
    credentials: { apiKey },
  });

  await expect(verification).rejects.toThrow('could not be brought about: no customer for [masked]');
  await expect(verification).rejects.toThrow('$.email: Expected ["[masked]"] (Array) to be the same type as');
  const error: unknown = await verification.catch((reason: unknown) => reason);
  expect(inspect(error, { depth: null })).not.toContain(apiKey);
});

test('waits for an answer as long as it is told to', async () => {
  await using pacts = await oneInteraction();
  await using provider = await startProvider(({ method }) => (method === 'HEAD' ? {} : undefined));
  const states: StateHandlers = { customerExists: () => ({ apiKey: 'key' }) };

  await expect(
    verifyProvider({ baseUrl: provider.url, pacts: [pacts.directory], states, timeout: 1000 }),
  ).rejects.toThrow('no answer: the timeout passed, or the connection broke (error sending request for url');
});
