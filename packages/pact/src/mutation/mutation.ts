import * as z from 'zod';

/** What a mutation is about. */
export const mutationKinds = ['tolerance', 'sensitivity', 'refusal'] as const;
export type MutationKind = (typeof mutationKinds)[number];

const Claim = z.object({ member: z.string(), claim: z.string() });

/** A member of an answer, and what was made of it. */
export type Claim = z.infer<typeof Claim>;

/**
 * What came of a mutation. `survived`: the code stood it, or the test noticed it, as it should. `broke`: the code failed on an
 * answer that the API documents. `unnoticed`: the test passed where it should have failed. `skipped`: nothing can be said.
 */
const Outcome = z.enum(['survived', 'broke', 'unnoticed', 'skipped']);
export type Outcome = z.infer<typeof Outcome>;

/** One mutation of one test, judged. */
export const Mutation = z.object({
  /** The name of the test, as its runner says it. */
  test: z.string(),
  /** The description of the interaction. */
  interaction: z.string(),
  kind: z.enum(mutationKinds),
  changes: z.array(Claim),
  outcome: Outcome,
  message: z.string(),
});
export type Mutation = z.infer<typeof Mutation>;
