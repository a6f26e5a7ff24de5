import { Link } from 'wouter-preact';

import { lastPage, pageSize } from '../calls/find-customers.ts';
import { countInWords } from '../parts/in-words.ts';

/** Which rows are shown of how many, and the way to the others, as far as the API goes. */
export function Pages(props: {
  readonly page: number;
  readonly total: number;
  readonly hrefOfPage: (page: number) => string;
}) {
  const { page, total, hrefOfPage } = props;
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  const isLast = last >= total;
  return (
    <nav class="pages" aria-label="Pages of the list">
      <p class="figures">
        {countInWords(first)}–{countInWords(last)} of {countInWords(total)}
      </p>
      {!isLast && page >= lastPage && (
        <p class="note">The API’s list ends here: narrow the search, or sort it the other way round.</p>
      )}
      <Step to={page > 1 ? hrefOfPage(page - 1) : undefined}>Previous</Step>
      <Step to={!isLast && page < lastPage ? hrefOfPage(page + 1) : undefined}>Next</Step>
    </nav>
  );
}

function Step({ to, children }: { readonly to: string | undefined; readonly children: string }) {
  return to === undefined ? (
    <a class="button" role="link" aria-disabled="true">
      {children}
    </a>
  ) : (
    <Link class="button" href={to}>
      {children}
    </Link>
  );
}
