import type { Outcome } from './seed-event.ts';

/** How many customers came to what. */
export class Tally {
  readonly #counts = new Map<Outcome, number>();

  /** One more. */
  add(outcome: Outcome): void {
    this.#counts.set(outcome, this.countOf(outcome) + 1);
  }

  countOf(outcome: Outcome): number {
    return this.#counts.get(outcome) ?? 0;
  }

  /** How many there are in all. */
  get done(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }
}
