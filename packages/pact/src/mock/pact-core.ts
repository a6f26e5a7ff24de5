import type * as PactCore from '@pact-foundation/pact-core/dist/consumer/index.js';

import { coreOfProcess } from './core-of-process.ts';

/**
 * Pact's own core, loaded at the first test and not before: its native library has 17 MB. Of the package only the part
 * for consumers, because the verifier beside it takes a third of the time to load.
 */
export function pactCore(): Promise<typeof PactCore> {
  process.env['PACT_DO_NOT_TRACK'] ??= 'true';
  return coreOfProcess();
}

/** The number by which the core knows version 4 of the Pact specification. */
export const specificationV4 = 5;
