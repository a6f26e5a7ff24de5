import { createHash } from 'node:crypto';

import { canonicalJson } from '@customer-contracts/pact-files/internal';

import { interactionKey } from '../contract/interaction-definition.ts';
import type { Change } from './change.ts';
import { documentedRows, type Row } from './documented-rows.ts';
import { memberChanges } from './member-changes.ts';
import type { MutatedPart, ReadAnswer } from './mutated-part.ts';
import type { Claim } from './mutation.ts';
import type { Settings } from './settings.ts';
import { type WrongAnswer, wrongAnswers } from './wrong-answers.ts';

/** A mutation that is to run. */
export type PlannedMutation = {
  /** What `--only` repeats it by. */
  readonly id: string;
  /** Which of the interactions of the test answers it. */
  readonly part: number;
} & (
  | { readonly kind: 'tolerance'; readonly changes: readonly Change[] }
  | { readonly kind: 'sensitivity'; readonly changes: readonly Change[] }
  | { readonly kind: 'refusal'; readonly wrong: WrongAnswer }
);

/** The mutations of a test that run here, and how many the budget leaves out. */
export interface MutationPlan {
  readonly mutations: readonly PlannedMutation[];
  readonly leftOut: number;
  /** Of each part, its rows of gaps. */
  readonly gaps: readonly (readonly Row[])[];
}

type Unnamed = PlannedMutation extends infer Each ? (Each extends PlannedMutation ? Omit<Each, 'id'> : never) : never;

/**
 * All mutations of a test, the most telling first: gaps in pairs, wrong answers, members that may go unnoticed, other values.
 * `others` are other records of each part.
 */
export async function planMutations(
  test: string,
  parts: readonly MutatedPart[],
  others: readonly (readonly ReadAnswer[])[],
  { seed, max, part: ownPart, only }: Settings,
): Promise<MutationPlan> {
  const byRank: Unnamed[][] = [[], [], [], []];
  const gaps: (readonly Row[])[] = [];
  const [pairs = [], wrong = [], members = [], values = []] = byRank;
  for (const [index, part] of parts.entries()) {
    const of = { part: index };
    const rows = await documentedRows(part, others[index] ?? [], seed);
    gaps.push(rows.pairs);
    pairs.push(...rows.pairs.map((changes) => ({ ...of, kind: 'tolerance' as const, changes })));
    wrong.push(...(await wrongAnswers(part)).map((each) => ({ ...of, kind: 'refusal' as const, wrong: each })));
    const changed = await memberChanges(part, others[index] ?? []);
    members.push(...changed.map((change) => ({ ...of, kind: 'sensitivity' as const, changes: [change] })));
    values.push(...rows.values.map((changes) => ({ ...of, kind: 'tolerance' as const, changes })));
  }
  const all = byRank.flat().map((mutation) => ({ ...mutation, id: idOf(test, parts[mutation.part], mutation) }));
  const affordable = all.slice(0, max);
  const mutations = affordable.filter(
    ({ id }, index) =>
      (only === undefined || id === only) && (ownPart === undefined || index % ownPart.count === ownPart.index - 1),
  );
  return { mutations, leftOut: all.length - affordable.length, gaps };
}

/** What is changed, as the report says it. */
export function claimsOf(mutation: Unnamed): readonly Claim[] {
  const changes = mutation.kind === 'refusal' ? [mutation.wrong] : mutation.changes;
  return changes.map(({ member, claim }) => ({ member, claim }));
}

/** The same each time for the same mutation of the same test. */
function idOf(test: string, part: MutatedPart | undefined, mutation: Unnamed): string {
  const interaction = part === undefined ? '' : interactionKey(part.definition);
  const text = canonicalJson([test, interaction, mutation.kind, claimsOf(mutation)]);
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
