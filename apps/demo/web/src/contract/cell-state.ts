import type { ReportedCell } from '../../../src/report/contract-report.ts';

/** How far a documented answer is covered. */
export type CellState = 'verified' | 'failed' | 'open' | 'missing';

/** How far a documented answer is covered: verified when all that could be verified of it was honoured. */
export function cellState({ interactions }: Pick<ReportedCell, 'interactions'>): CellState {
  if (interactions.length === 0) return 'missing';
  const outcomes = new Set(interactions.map(({ outcome }) => outcome));
  if (outcomes.has('failed')) return 'failed';
  return outcomes.has('passed') && !outcomes.has('not run') ? 'verified' : 'open';
}

/** The states in words, in the order of the legend; `provider` is who was asked. */
export function stateWords(provider: string): Readonly<Record<CellState, string>> {
  return {
    verified: `in contract, honoured by ${provider}`,
    open: `in contract, ${provider} was not asked`,
    failed: `in contract, not honoured by ${provider}`,
    missing: 'in no contract',
  };
}

/** The consumers of an answer, each with the number of its interactions. */
export function consumersOf({ interactions }: Pick<ReportedCell, 'interactions'>): ReadonlyMap<string, number> {
  const byConsumer = Map.groupBy(interactions, ({ consumer }) => consumer);
  return new Map([...byConsumer].map(([consumer, own]) => [consumer, own.length]));
}
