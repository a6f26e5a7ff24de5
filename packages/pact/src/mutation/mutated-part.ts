import { highestSeed } from '@customer-contracts/fixtures';
import { isRecord, type Variant } from '@customer-contracts/pact-files/internal';

import { defineInteraction } from '../contract/define-interaction.ts';
import type { InteractionDefinition } from '../contract/interaction-definition.ts';
import { answerOf } from '../contract/response-body.ts';
import type { PlannedVariant, ResolvedInteraction } from '../plan/resolve-interaction.ts';
import { readBody } from '../reader/read-body.ts';

/** An interaction of a test, in the answer that is mutated: the first that the test runs against. */
export interface MutatedPart {
  readonly interaction: ResolvedInteraction;
  readonly planned: PlannedVariant;
  readonly definition: InteractionDefinition;
  readonly variant: Variant;
  /** What the reader's schema makes of the answer. */
  readonly example: unknown;
}

/** A body that the reader accepts, and what its schema makes of it. */
export interface ReadAnswer {
  readonly body: unknown;
  readonly example: unknown;
}

/** The same answer with another record of the same shape in it; `undefined` where the reader refuses that. */
export async function otherRecord(part: MutatedPart, offset: number): Promise<ReadAnswer | undefined> {
  const { interaction, planned, definition } = part;
  const { identity, content } = interaction;
  if (content.kind === 'problem') return readAnswer(part, otherProblem(definition.response.served, offset));
  const other = { ...interaction, identity: { ...identity, seed: (identity.seed + offset) % highestSeed } };
  return readAnswer(part, defineInteraction(other, planned, answerOf(other, planned).body).response.served);
}

/** What the reader's schema makes of a body; `undefined` where it refuses it. */
export async function readAnswer({ interaction }: MutatedPart, body: unknown): Promise<ReadAnswer | undefined> {
  const read = await readBody(interaction.schema, body);
  return read.isAccepted ? { body, example: read.value } : undefined;
}

/** The same problem in other words. */
function otherProblem(problem: unknown, offset: number): unknown {
  if (!isRecord(problem)) return problem;
  const words = new Set(['title', 'detail']);
  return Object.fromEntries(
    Object.entries(problem).map(([name, value]) => [name, words.has(name) ? `Another ${name} (${offset})` : value]),
  );
}
