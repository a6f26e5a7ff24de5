import type { HttpInteraction } from '@customer-contracts/pact-files/internal';
import type { VerifierOptions } from '@pact-foundation/pact-core';

import type { CoreResult } from './run-verifier.ts';

/** Where pacts come from. */
export interface PactSource {
  /** What Pact's verifier is told about it. */
  readonly options: Partial<VerifierOptions>;
  /** The interaction that a result is about; `undefined` where the pacts changed meanwhile. */
  find(result: CoreResult): HttpInteraction | undefined;
  /** The pacts whose results were to be published and weren't, each by consumer and version. */
  unpublished(): Promise<readonly string[]>;
}
