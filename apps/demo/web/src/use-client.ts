import type { CustomersClient } from '@customer-contracts/client';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The client that the page's calls are made with. */
export const ClientContext = createContext<CustomersClient | undefined>(undefined);

/** The client that the page's calls are made with. */
export function useClient(): CustomersClient {
  const client = useContext(ClientContext);
  if (client === undefined)
    throw new Error('Failed to find the client: there is no ClientContext. Render inside of App.');
  return client;
}
