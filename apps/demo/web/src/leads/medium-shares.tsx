import { Link } from 'wouter-preact';

import { hrefOf } from '../customers/list-state.ts';
import { countInWords } from '../parts/in-words.ts';
import { toneOf } from '../parts/medium-tone.ts';
import { unknownMedium, type LeadCounts } from './count-leads.ts';

/** The media with their share of all leads: the key to the colours of the chart, and the way to the customers. */
export function MediumShares({ counts: { media } }: { readonly counts: LeadCounts }) {
  const all = media.reduce((sum, { total }) => sum + total, 0);
  return (
    <ul class="shares">
      {media.map(({ medium, total }) => (
        <li key={medium}>
          <span class={`swatch tone-${medium === unknownMedium ? 'none' : toneOf(medium)}`} data-medium={medium} />
          <span class="medium">
            {medium === unknownMedium ? medium : <Link href={hrefOf({ medium })}>{medium}</Link>}
          </span>
          <strong class="figures">{countInWords(total)}</strong>
          <span class="under figures">{Math.round((100 * total) / all)} %</span>
        </li>
      ))}
    </ul>
  );
}
