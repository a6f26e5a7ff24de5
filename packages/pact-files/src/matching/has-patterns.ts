import type { PactDocument } from '../document/pact-document.ts';
import { patternsIn } from './hard-patterns.ts';

/** Whether a pact has a pattern somewhere among its rules. */
export function hasPatterns({ interactions }: PactDocument): boolean {
  return interactions.some(({ request, response }) =>
    [request, response].some(({ rules }) => rules.some(({ matchers }) => patternsIn(matchers).length > 0)),
  );
}
