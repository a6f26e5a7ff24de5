import { createCustomersClient } from '@customer-contracts/client';
import { startEmulator } from '@customer-contracts/emulator';
import { customerFixtures } from '@customer-contracts/fixtures';

import { startServer } from '../src/server/start-server.ts';

/** Lead Desk on an emulator of its own, the same every time: seed, ids and times are fixed. */
export async function startLeadDesk({ count, contractFile }: { readonly count: number; readonly contractFile?: string }) {
  const seed = 42;
  let bytes = 0;
  const emulator = await startEmulator({
    customers: { count, seed },
    clock: () => new Date('2026-01-05T09:00:00Z'),
    random: (size) => Uint8Array.from({ length: size }, () => (bytes += 7) % 256),
    rateLimit: false,
  });
  const client = createCustomersClient({ server: emulator.url, apiKey: emulator.apiKey });
  const fixtures = customerFixtures({ seed });
  // The same person as the first one, mistyped, who came again by another way.
  const { id: duplicate } = fixtures.duplicatesOf(0).responses.at(0);
  await client.putCustomer({ id: duplicate, body: fixtures.duplicatesOf(0).inputs.at(0) });
  const desk = await startServer({ api: emulator, contractFile });
  return {
    url: desk.url,
    emulator,
    /** The API itself, past Lead Desk. */
    client,
    /** The id of the first customer. */
    first: fixtures.responses.at(0).id,
    duplicate,
    [Symbol.asyncDispose]: async () => {
      await desk.close();
      await emulator.close();
    },
  };
}
