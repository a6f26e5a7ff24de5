import { Link } from 'wouter-preact';

import { dayInWords } from '../parts/in-words.ts';
import { hrefOf, type ListState } from './list-state.ts';

/** What stands in the place of a table without rows: why, and a way out. */
export function NobodyFound({ state, total }: { readonly state: ListState; readonly total: number }) {
  const { customer, sort, q, kind, country, medium, from, to } = state;
  const isFiltered = [q, kind, country, medium, from, to].some(Boolean);
  return (
    <section class="empty">
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="21" cy="21" r="12" />
        <path d="M30 30l10 10" />
      </svg>
      {total > 0 ? (
        <>
          <h2>The list ends before this page</h2>
          <p>
            <Link href={hrefOf({ ...state, page: undefined })}>To the first page</Link>
          </p>
        </>
      ) : from && to && from > to ? (
        <>
          <h2>The dates are the wrong way round</h2>
          <p>
            {dayInWords(from)} is after {dayInWords(to)}.{' '}
            <Link href={hrefOf({ ...state, from: to, to: from })}>Turn them round</Link>
          </p>
        </>
      ) : isFiltered ? (
        <>
          <h2>No customer fits</h2>
          <p>
            {q ? 'The API looks for parts of words, in any case.' : 'Nobody fits all of these filters.'}{' '}
            <Link href={hrefOf({ customer, sort })}>Clear the search</Link>
          </p>
        </>
      ) : (
        <>
          <h2>No customers yet</h2>
          <p>The first one that is created appears here.</p>
        </>
      )}
    </section>
  );
}
