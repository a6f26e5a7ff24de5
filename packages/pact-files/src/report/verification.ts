import { existsSync, readFileSync } from 'node:fs';

import type { Cell } from '@customer-contracts/schemas';
import { isCell } from '@customer-contracts/schemas/plain';
import * as z from 'zod';

import { variants, type Variant } from '../document/variant.ts';
import { PactFileError } from '../pact-error.ts';
import { Answerer } from './answerer.ts';

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
  /** Each interaction of each pact, in the order of the pacts. */
  readonly interactions: readonly VerifiedInteraction[];
  /** Who answered; absent in results of earlier versions. */
  readonly answeredBy?: Answerer;
  /** What stands beside them and was not verified; absent where nothing does. */
  readonly leftOut?: LeftOut;
}

/** What stands beside the interactions of a provider. */
export interface LeftOut {
  /** How many pacts of other providers the directories have. */
  readonly pacts: number;
  /** How many messages there are. */
  readonly messages: number;
}

const VerificationFile = z.object({
  interactions: z.array(
    z.object({
      consumer: z.string(),
      description: z.string(),
      cell: z.string().refine(isCell).exactOptional(),
      variant: z.enum(variants).exactOptional(),
      states: z.array(z.string()),
      isPassed: z.boolean(),
      isVerifiable: z.boolean(),
      isPending: z.boolean(),
      duration: z.number(),
      reasons: z.array(z.string()),
    }),
  ),
  answeredBy: Answerer.exactOptional(),
  leftOut: z.object({ pacts: z.number(), messages: z.number() }).exactOptional(),
});

/** The result of `verifyProvider` that a file holds as JSON. @throws {PactFileError} when it holds something else. */
export function readVerification(file: string): Verification {
  try {
    return VerificationFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const received = existsSync(file) ? 'it is no result of verifyProvider' : 'there is no such file';
    const advice = 'Write one: JSON.stringify(await verifyProvider(...)).';
    throw new PactFileError(`Failed to read ${file}: ${received}. ${advice}`, [file], { cause });
  }
}
