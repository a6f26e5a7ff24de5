import { type Mutation, type MutationKind, mutationKinds, type Outcome } from './mutation.ts';

/** What came of all mutations. */
export interface MutationReport {
  /** In the order of tests, interactions, kinds and changes. */
  readonly mutations: readonly Mutation[];
  readonly score: MutationScore;
}

/** Of each kind, how many of the mutations survived among those that count, from 0 to 1; null where none counts. */
export type MutationScore = Readonly<Record<MutationKind, number | null>>;

/** Sums up mutations. Of one that ran twice, as those of parts that overlap do, one stays. */
export function mutationReport(mutations: readonly Mutation[]): MutationReport {
  const once = [...new Map(mutations.map((mutation) => [identityOf(mutation), mutation])).entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, mutation]) => mutation);
  const noticed = withNoticed(once);
  return { mutations: noticed, score: scoreOf(noticed) };
}

/** The share of each kind that survived. */
export function scoreOf(mutations: readonly Mutation[]): MutationScore {
  const share = (kind: MutationKind): number | null => {
    const counted = mutations.filter((mutation) => mutation.kind === kind && mutation.outcome !== 'skipped');
    if (counted.length === 0) return null;
    const survived = counted.filter(({ outcome }) => outcome === 'survived').length;
    // Never up: 1 is said of nothing that has a gap.
    return Math.floor((survived / counted.length) * 10_000) / 10_000;
  };
  return { tolerance: share('tolerance'), sensitivity: share('sensitivity'), refusal: share('refusal') };
}

/** Whether an outcome is one that somebody has to look at. */
export function isFault(outcome: Outcome): boolean {
  return outcome === 'broke' || outcome === 'unnoticed';
}

/** What the schema of an interaction reads is claimed once: it is enough that one test notices it. */
function withNoticed(mutations: readonly Mutation[]): readonly Mutation[] {
  const sensitive = mutations.filter(({ kind }) => kind === 'sensitivity');
  const noticing = new Map(
    sensitive.filter(({ outcome }) => outcome === 'survived').map((mutation) => [claimOf(mutation), mutation.test]),
  );
  return mutations.map((mutation) => {
    const other = noticing.get(claimOf(mutation));
    if (mutation.kind !== 'sensitivity' || mutation.outcome !== 'unnoticed' || other === undefined) return mutation;
    return { ...mutation, outcome: 'survived', message: `noticed by another test: ${other}` };
  });
}

function claimOf({ interaction, changes }: Mutation): string {
  return JSON.stringify([interaction, changes]);
}

function identityOf({ test, interaction, kind, changes }: Mutation): string {
  return JSON.stringify([test, interaction, mutationKinds.indexOf(kind), changes]);
}
