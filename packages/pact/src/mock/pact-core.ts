import { devNull } from 'node:os';

import type { ConsumerPact } from '@pact-foundation/pact-core';
import type * as PactCore from '@pact-foundation/pact-core/dist/consumer/index.js';

import { coreOfProcess } from './core-of-process.ts';

/**
 * Pact's own core, loaded at the first test and not before: its native library has 17 MB. Of the package only the part
 * for consumers, because the verifier beside it takes a third of the time to load.
 */
function pactCore(): Promise<typeof PactCore> {
  process.env['PACT_DO_NOT_TRACK'] ??= 'true';
  return coreOfProcess();
}

/** The number by which the core knows version 4 of the Pact specification. */
const specificationV4 = 5;

/**
 * A pact of Pact's own core, which prints nothing: what it has to say of a mismatch is in the error. To the console it would
 * log once in a process; a further thread or another registry of jest's asks for that again, and the core prints a complaint.
 */
export async function makeCorePact(consumer: string, provider: string): Promise<ConsumerPact> {
  const core = await pactCore();
  return core.makeConsumerPact(consumer, provider, specificationV4, 'error', devNull);
}
