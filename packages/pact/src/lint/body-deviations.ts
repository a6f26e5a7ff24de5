import { type Deviation, deviations } from './documented.ts';
import type { JudgedInteraction } from './judged-interaction.ts';

const known = new WeakMap<JudgedInteraction, readonly Deviation[]>();

/** How the response body differs from what the API gives; not at all where it gives none, or the contract has none. */
export function bodyDeviations(interaction: JudgedInteraction): readonly Deviation[] {
  const { answer, response } = interaction;
  const found =
    known.get(interaction) ??
    (answer?.body === undefined || response.body === undefined ? [] : deviations(answer.body, response.body));
  known.set(interaction, found);
  return found;
}
