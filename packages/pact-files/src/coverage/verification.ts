import type { Cell } from '@customer-contracts/schemas';

import type { Variant } from '../document/variant.ts';

/** What a verification found about one interaction. */
export interface VerifiedInteraction {
  /** The consumer's name. */
  readonly consumer: string;
  /** The description, as it stands in the pact. */
  readonly description: string;
  /** The documented answer that it is about; absent where the pact came from a broker, or the API documents none. */
  readonly cell?: Cell;
  /** The variant; absent where there is none, or the pact came from a broker. */
  readonly variant?: Variant;
  /** The sentences of its provider states. */
  readonly states: readonly string[];
  readonly isPassed: boolean;
  /** False where its states could not be brought about in the way that was chosen, by nobody: then it fails nothing. */
  readonly isVerifiable: boolean;
  /** Whether the broker holds it back as pending: then its failure fails nothing. */
  readonly isPending: boolean;
  /** How long it took, state and request together, in milliseconds. */
  readonly duration: number;
  /** Why it failed, one thing a line; empty when it passed. Keys are masked. */
  readonly reasons: readonly string[];
}

/** What a verification found. */
export interface Verification {
  /** Each interaction of each pact, in the order in which they ran. */
  readonly interactions: readonly VerifiedInteraction[];
}
