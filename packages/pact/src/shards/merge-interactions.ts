import { canonicalJson, type WrittenInteraction } from '@customer-contracts/pact-files/internal';
import { shown } from '@customer-contracts/schemas/internal';

import { differences } from './differences.ts';
import { MergeError } from './merge-error.ts';

/** An interaction, and the name of the test that ran it where the runner says it. */
export interface TestedInteraction {
  readonly interaction: WrittenInteraction;
  readonly test: string | undefined;
}

/**
 * Interactions in a fixed order, each once: by description, then by provider states. Equal ones collapse.
 *
 * @throws {MergeError} when two have the same description and states and are not equal otherwise.
 */
export function mergeInteractions(tested: readonly TestedInteraction[], file: string): readonly WrittenInteraction[] {
  const merged = new Map<string, TestedInteraction>();
  for (const each of tested) {
    const { description, states } = each.interaction;
    const identity = canonicalJson([description, states]);
    const known = merged.get(identity);
    if (known !== undefined && canonicalJson(known.interaction.json) !== canonicalJson(each.interaction.json)) {
      throw clash(known, each, file);
    }
    merged.set(identity, each);
  }
  const entries = [...merged].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([, { interaction }]) => interaction);
}

/** More places than these help nobody to tell two interactions apart. */
const shownPlaces = 5;

function clash(one: TestedInteraction, other: TestedInteraction, file: string): MergeError {
  const places = differences(one.interaction.json, other.interaction.json);
  const lines = places
    .slice(0, shownPlaces)
    .map((place) => `  ${place.path}: ${shown(place.one)} in the one, ${shown(place.other)} in the other`);
  const more = places.length > shownPlaces ? [`  and at ${places.length - shownPlaces} other places`] : [];
  const tests =
    one.test === undefined || other.test === undefined
      ? ''
      : `The one is of the test "${one.test}", the other of "${other.test}". `;
  return new MergeError(
    `Failed to merge ${file}: two interactions are called "${one.interaction.description}" in the same provider state, and differ:\n` +
      `${[...lines, ...more].join('\n')}\n${tests}Tell them apart with .as('...').`,
    file,
  );
}
