import type { BodyPath, PactRule } from '../document/pact-document.ts';
import { isAt } from '../document/values-at.ts';

/**
 * The rule that Pact applies to a value of a body: of those that mean its place, or one above it, the deepest, and of these
 * the one with the fewest wildcards. `undefined` where the value must be equal to the example.
 */
export function ruleAt(rules: readonly PactRule[], path: BodyPath): PactRule | undefined {
  const fitting = rules.filter(({ part, place }) => part === 'body' && isAt(path, place));
  return fitting.reduce<PactRule | undefined>(
    (best, rule) => (best === undefined || weight(rule.place) > weight(best.place) ? rule : best),
    undefined,
  );
}

function weight(place: BodyPath): number {
  return place.length * 100 - place.filter((step) => step === '*').length;
}
