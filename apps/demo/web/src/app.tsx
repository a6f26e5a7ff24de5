import type { CustomersClient } from '@customer-contracts/client';
import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Route, Switch } from 'wouter-preact';

import { CustomersPage } from './customers/customers-page.tsx';
import { lazyPage } from './shell/lazy-page.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { NoticeProvider } from './shell/notice.tsx';
import { Shell } from './shell/shell.tsx';
import { ClientContext } from './use-client.ts';

// What the first page doesn't need is loaded when it is asked for: the chart, and the contract.
const LeadsPage = lazyPage(async () => (await import('./leads/leads-page.tsx')).LeadsPage);
const ContractPage = lazyPage(async () => (await import('./contract/contract-page.tsx')).ContractPage);

/** Lead Desk, with the client that its calls are made with. */
export function App({ client }: { readonly client: CustomersClient }) {
  // The client itself repeats what may be repeated.
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // Asked offline too: waiting without a word would look like an answer that never comes.
          queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always', refetchOnReconnect: true },
          mutations: { networkMode: 'always' },
        },
      }),
  );
  return (
    <ClientContext.Provider value={client}>
      <QueryClientProvider client={queries}>
        <NoticeProvider>
          <Shell>
            <Switch>
              <Route path="/">
                <CustomersPage />
              </Route>
              <Route path="/leads">
                <LeadsPage />
              </Route>
              <Route path="/contract">
                <ContractPage />
              </Route>
              <Route>
                <NotFoundPage />
              </Route>
            </Switch>
          </Shell>
        </NoticeProvider>
      </QueryClientProvider>
    </ClientContext.Provider>
  );
}
