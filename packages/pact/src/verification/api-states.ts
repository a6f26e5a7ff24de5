import type { CustomersClient } from '@customer-contracts/client';

import type { StateArranger } from './provider-state-handlers.ts';

/**
 * Brings states about through the public API alone, in an organization of a sandbox of your own: `states:
 * apiStates(client)`, with the client's key as `credentials: { apiKey }`. It writes customers with the ids of the
 * contract, and merges them into `customer-contracts-tombstone` where they must not exist.
 *
 * What the API lets nobody arrange (403, 409, 429, an empty organization that isn't, members that only the server
 * writes) is not verifiable: `isVerifiable` of such an interaction is false, and it fails nothing.
 */
export function apiStates(client: CustomersClient): StateArranger {
  return async (change) => {
    // A file of its own, with the client: the tests of a consumer never load it.
    const { arrangeThroughApi } = await import('./arrange-through-api.ts');
    return arrangeThroughApi(client, change);
  };
}
