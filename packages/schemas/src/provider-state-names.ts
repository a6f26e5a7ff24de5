import type { Cell } from './operation-types.ts';
import { type AnswerVariant, type ProviderState, providerStates, type ProviderStateName } from './provider-states.ts';
import { contentOf } from './response-of.ts';

/** The names of the provider states, in the order of the catalogue. */
export const providerStateNames: readonly ProviderStateName[] = /* @__PURE__ */ readNames();

function readNames(): readonly ProviderStateName[] {
  return Object.keys(providerStates).filter(isProviderStateName);
}

/** Whether a text is the name of a provider state. */
export function isProviderStateName(value: string): value is ProviderStateName {
  return Object.hasOwn(providerStates, value);
}

/** The name of the provider state with a sentence; `undefined` for a sentence that the catalogue doesn't have. */
export function stateNameOfSentence(sentence: string): ProviderStateName | undefined {
  return providerStateNames.find((name) => providerStates[name].sentence === sentence);
}

/**
 * The state that brings a documented answer about: the first of the catalogue that names the cell; for an empty list, the
 * first that does so without a resource.
 *
 * @throws {TypeError} for a text that is no cell, and when no state does: for an empty answer that is no list.
 */
export function stateNameOf(cell: Cell, variant: AnswerVariant = 'complete'): ProviderStateName {
  const found = providerStateNames.find((name) => {
    const { cells, variants }: ProviderState = providerStates[name];
    // Of answers that are no list, a state that leaves one empty says nothing.
    const all = contentOf(cell).kind === 'list' ? variants : undefined;
    return cells.includes(cell) && (all?.includes(variant) ?? variant !== 'empty');
  });
  if (found !== undefined) return found;
  throw new TypeError(
    `Failed to find a provider state for "${cell}": none brings the ${variant} answer about. Give one of \`cells\`, and \`empty\` for a list only.`,
  );
}
