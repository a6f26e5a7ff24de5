import { toneOf } from './medium-tone.ts';

/** The medium of a lead, in a colour of its own. */
export function MediumBadge({ medium }: { readonly medium: string | null | undefined }) {
  return medium ? <span class={`badge tone-${toneOf(medium)}`}>{medium}</span> : <span class="none">unknown</span>;
}
