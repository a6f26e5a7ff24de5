import { createCustomersClient } from '@customer-contracts/client';
import { startEmulator } from '@customer-contracts/emulator';
import { customerFixtures } from '@customer-contracts/fixtures';

import { startServer } from '../src/server/start-server.ts';

interface LeadDeskSettings {
  /** How many customers there are, beside a duplicate of the first one. */
  readonly count: number;
  /** What the Contract page shows. */
  readonly contractFile?: string | undefined;
  /** The time of the emulator: always the same when absent. */
  readonly clock?: (() => Date) | undefined;
}

/** Lead Desk on an emulator of its own, the same every time: seed, ids and times are fixed. */
export async function startLeadDesk({ count, contractFile, clock = still }: LeadDeskSettings) {
  const seed = 42;
  let bytes = 0;
  const emulator = await startEmulator({
    customers: { count, seed },
    clock,
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
    /** Stops Lead Desk, and leaves the emulator running. */
    close: desk.close,
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

function still(): Date {
  return new Date('2026-01-05T09:00:00Z');
}
