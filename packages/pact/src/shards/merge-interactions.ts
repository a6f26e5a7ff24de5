import { MergeError } from './merge-error.ts';
import type { PactInteraction } from './pact-file.ts';
import { sortedJson } from './sorted-json.ts';

/**
 * Interactions in a fixed order, each once: by description, then by provider states. Equal ones collapse.
 *
 * @throws {MergeError} when two have the same description and states and are not equal otherwise.
 */
export function mergeInteractions(interactions: readonly PactInteraction[], file: string): readonly PactInteraction[] {
  const merged = new Map<string, PactInteraction>();
  for (const interaction of interactions) {
    const identity = sortedJson([interaction.description, interaction.providerStates ?? []]);
    const known = merged.get(identity);
    if (known !== undefined && sortedJson(known) !== sortedJson(interaction)) throw clash(known, interaction, file);
    merged.set(identity, interaction);
  }
  const entries = [...merged].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([, interaction]) => interaction);
}

function clash(one: PactInteraction, other: PactInteraction, file: string): MergeError {
  return new MergeError(
    `Failed to merge ${file}: two interactions are called "${one.description}" in the same provider state, and differ.\n` +
      `  one:   ${difference(one)}\n  other: ${difference(other)}\n` +
      `Tell them apart with .as('...').`,
    file,
  );
}

function difference({ request, response, comments, pending }: PactInteraction): string {
  return sortedJson({ request, response, comments, pending });
}
