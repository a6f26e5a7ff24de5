import { useState } from 'preact/hooks';

import { CustomerDialog, customerForm } from '../customer/customer-dialog.tsx';
import { CustomerPanel } from '../customer/customer-panel.tsx';
import { readDraft } from '../form/draft.ts';
import { Failure } from '../parts/failure.tsx';
import { countInWords } from '../parts/in-words.ts';
import { Unsaved } from '../parts/unsaved.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { CustomerSearchForm } from './customer-search-form.tsx';
import { CustomerTable, rowId } from './customer-table.tsx';
import { useListState } from './list-state.ts';
import { NobodyFound } from './nobody-found.tsx';
import { Pages } from './pages.tsx';
import { SortChoice } from './sort-choice.tsx';
import { useCustomers } from './use-customers.ts';

/** The customers in a table, and the panel of the one that is opened. */
export function CustomersPage() {
  const { state, href, go } = useListState();
  const { data, error, isPlaceholderData, refetch } = useCustomers(state);
  const [isCreating, setIsCreating] = useState(false);
  const { customer } = state;
  const close = () => {
    go({ customer: undefined });
    // Back to where the panel was opened from, so that the keyboard goes on there.
    if (customer)
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${CSS.escape(rowId(customer))}`)?.focus());
  };

  return (
    <div class={customer ? 'desk with-panel' : 'desk'}>
      <section class="list page" aria-label="List of customers">
        <header class="page-head">
          <PageTitle>Customers</PageTitle>
          {data && <p class="total">{countInWords(data.total)}</p>}
          <button type="button" class="primary" onClick={() => setIsCreating(true)}>
            New customer
            {!isCreating && readDraft(customerForm()) && <Unsaved />}
          </button>
        </header>
        <CustomerSearchForm state={state} go={go} />
        <SortChoice sort={state.sort ?? '-createdTime'} onChange={(sort) => go({ sort, page: undefined })} />
        {data?.lookedAt && <LookedAt {...data.lookedAt} />}
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {!error && data?.customers.length === 0 && <NobodyFound state={state} total={data.total} />}
        {!error && data?.customers.length !== 0 && (
          <>
            <CustomerTable
              customers={data?.customers}
              sort={state.sort ?? '-createdTime'}
              openId={customer}
              isStale={isPlaceholderData}
              hrefOfCustomer={(id) => href({ customer: id })}
              hrefOfSort={(sort) => href({ sort, page: undefined })}
            />
            {data && <Pages page={state.page ?? 1} total={data.total} hrefOfPage={(page) => href({ page })} />}
          </>
        )}
      </section>
      {customer && <CustomerPanel key={customer} id={customer} onClose={close} onOpen={(id) => go({ customer: id })} />}
      {isCreating && (
        <CustomerDialog
          onClose={() => setIsCreating(false)}
          onSaved={(id) => {
            setIsCreating(false);
            go({ customer: id });
          }}
        />
      )}
    </div>
  );
}

function LookedAt({ loaded, total }: { readonly loaded: number; readonly total: number }) {
  return (
    <p class="note">
      {loaded < total
        ? `The API can’t filter by medium. Lead Desk has looked at the first ${countInWords(loaded)} of ${countInWords(total)} customers, all that the API lets one load: narrow the search to see the others.`
        : `The API can’t filter by medium: Lead Desk has looked at all ${countInWords(total)} customers of this search.`}
    </p>
  );
}
