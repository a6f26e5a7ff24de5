import { createCustomersClient } from '@customer-contracts/client';

/** The client of the page, pointed at the mock. It repeats nothing: a test is about one answer. */
export function deskClient({ baseUrl, apiKey }: { readonly baseUrl: string; readonly apiKey: string }) {
  return createCustomersClient({ server: baseUrl, apiKey, maxRetries: 0 });
}
