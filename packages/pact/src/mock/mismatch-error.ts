import { PactError } from '@customer-contracts/pact-files/internal';

import { shortOf } from './shorten-cause.ts';

/** One thing that a request got wrong. */
export interface Mismatch {
  /** Where: `path`, `query limit`, `header REB-APIKEY`, `body $.primaryAddress.city`. */
  readonly where: string;
  /** What the contract asks for. */
  readonly expected: string;
  /** What the client sent. Keys and tokens are masked. */
  readonly received: string;
  /** The likely cause, and the way out; absent where there is nothing to add. */
  readonly hint?: string;
}

/** Kept apart: vitest replaces the cause by one of its own before it asks for what is to be printed. */
const printedCauses = new WeakMap<MismatchError, unknown>();

/** The client did not send what the interaction asks for. What the client threw on the mock's answer is the `cause`. */
export class MismatchError extends PactError {
  override name = 'MismatchError';
  /** The description of the interaction, variant included. */
  readonly interaction: string;
  /** What was wrong, one by one. */
  readonly mismatches: readonly Mismatch[];

  /** @internal */
  constructor(interaction: string, mismatches: readonly Mismatch[], options?: ErrorOptions, requests?: string) {
    const lines = [`Failed to match "${interaction}":`, ...mismatches.map(asLines)];
    super((requests === undefined ? lines : [...lines, requests]).join('\n'), options);
    this.interaction = interaction;
    this.mismatches = mismatches;
    printedCauses.set(this, (requests === undefined ? shortOf(options?.cause) : undefined) ?? options?.cause);
  }

  /** @internal What vitest prints: the cause in short, of which it would list every member. */
  toJSON(): object {
    const { name, message, stack, interaction, mismatches } = this;
    return { name, message, stack, interaction, mismatches, cause: printedCauses.get(this) };
  }
}

function asLines({ where, expected, received, hint }: Mismatch): string {
  const line = `  ${where}: expected ${expected}, received ${received}.`;
  return hint === undefined ? line : `${line} ${hint}`;
}
