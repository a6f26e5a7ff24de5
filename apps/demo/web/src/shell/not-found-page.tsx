import { Link } from 'wouter-preact';

import { PageTitle } from './page-title.tsx';

/** What an address leads to that no page has. */
export function NotFoundPage() {
  return (
    <section class="page">
      <PageTitle>There is no such page</PageTitle>
      <p>
        <Link href="/">To the customers</Link>
      </p>
    </section>
  );
}
