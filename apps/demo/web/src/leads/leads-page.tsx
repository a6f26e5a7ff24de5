import { useQuery } from '@tanstack/preact-query';

import { loadCustomers } from '../calls/load-customers.ts';
import { Failure } from '../parts/failure.tsx';
import { countInWords } from '../parts/in-words.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useClient } from '../use-client.ts';
import { countLeads } from './count-leads.ts';
import { LeadsChart } from './leads-chart.tsx';
import { LeadsTable } from './leads-table.tsx';
import { MediumShares } from './medium-shares.tsx';

/** How leads came, over time. */
export function LeadsPage() {
  const client = useClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['loaded', {}],
    queryFn: ({ signal }) => loadCustomers(client, {}, { signal }),
  });
  const counts = data && countLeads(data.customers);
  return (
    <section class="page leads" aria-busy={data === undefined && !error}>
      <header class="page-head">
        <PageTitle>Leads by medium</PageTitle>
      </header>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <div class="skeleton chart" aria-hidden="true" />}
      {data?.customers.length === 0 && <p class="empty">No customers yet: the chart begins with the first one.</p>}
      {data && counts && counts.media.length > 0 && (
        <>
          <p class="note">
            {data.customers.length < data.total
              ? `The newest ${countInWords(data.customers.length)} of ${countInWords(data.total)} customers: the API lets one load no more.`
              : `All ${countInWords(data.total)} customers, payers too, by the medium of their current lead source and the day of their creation.`}
          </p>
          <MediumShares counts={counts} />
          <LeadsChart counts={counts} />
          <LeadsTable counts={counts} />
        </>
      )}
    </section>
  );
}
