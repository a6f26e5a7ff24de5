import type { VerifierOptions } from '@pact-foundation/pact-core';

import type { PactInteraction } from '../shards/pact-file.ts';
import type { CoreResult } from './run-verifier.ts';

/** What tells of an interaction what a verifier doesn't: the same members in each version of Pact. */
export type SourceInteraction = Pick<PactInteraction, 'request' | 'response' | 'comments' | 'providerStates'>;

/** Where pacts come from. */
export interface PactSource {
  /** What Pact's verifier is told about it. */
  readonly options: Partial<VerifierOptions>;
  /** The interaction that a result is about; `undefined` where the pacts changed meanwhile. */
  find(result: CoreResult): SourceInteraction | undefined;
  /** The pacts whose results were to be published and weren't, each by consumer and version. */
  unpublished(): Promise<readonly string[]>;
}
