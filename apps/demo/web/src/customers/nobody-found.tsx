import { Link } from 'wouter-preact';

import { hrefOf, type ListState } from './list-state.ts';

/** What stands in the place of a table without rows: why, and a way out. */
export function NobodyFound({ state }: { readonly state: ListState }) {
  const { customer, sort, q, kind, country, medium, from, to } = state;
  const isFiltered = [q, kind, country, medium, from, to].some(Boolean);
  return (
    <section class="empty">
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="21" cy="21" r="12" />
        <path d="M30 30l10 10" />
      </svg>
      <h2>{isFiltered ? 'No customer fits' : 'No customers yet'}</h2>
      {isFiltered ? (
        <p>
          The API looks for parts of words, in any case. <Link href={hrefOf({ customer, sort })}>Clear the search</Link>
        </p>
      ) : (
        <p>The first one that is created appears here.</p>
      )}
    </section>
  );
}
