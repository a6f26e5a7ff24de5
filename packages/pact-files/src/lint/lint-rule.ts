import type { HttpInteraction } from '../document/pact-document.ts';
import type { ExaminedInteraction } from './examined-interaction.ts';
import type { Severity } from './finding.ts';
import type { PactExample } from './pact-example.ts';

/** A rule that an interaction can break. */
export interface LintRule {
  /** Its name: `read-only-member`. */
  readonly id: string;
  readonly severity: Severity;
  /** What it is about and why, in one paragraph. */
  readonly explanation: string;
  /** Interactions that keep it, as they stand in a pact file, version 3. */
  readonly good: PactExample;
  /** Interactions that break it, and no other rule. */
  readonly bad: PactExample;
}

/** A rule, and how to find out. */
export interface CheckedRule extends LintRule {
  /** What is wrong with an interaction, if anything. */
  readonly check: (interaction: ExaminedInteraction) => readonly Objection[];
}

/** What is wrong at one place of an interaction. */
export interface Objection {
  /** The place in the interaction: `request.query.limit`. */
  readonly path: string;
  /** What was found there and what to do, as sentences. */
  readonly message: string;
  /** The other interaction that the message ends with; its line is told behind it. */
  readonly other?: HttpInteraction;
}
