import { isCustomersApiError } from '@customer-contracts/client';
import type { Customer } from '@customer-contracts/schemas';

import type { Requests } from './requests.ts';

/**
 * Writes to a customer until it is done. What a write has come to whose answer was lost is found out by reading.
 *
 * @param isDone whether the customer is as the write leaves it; `undefined` where it is not there.
 */
export async function writeUntil(
  id: string,
  requests: Requests,
  send: Parameters<Requests['write']>[0],
  isDone: (stored: Customer | undefined) => boolean,
): Promise<void> {
  for (let faults = 0; ; faults += 1) {
    try {
      const written = await requests.write(send);
      if ('result' in written) return;
      await requests.pause(id, faults, written.fault);
    } catch (error) {
      // Somebody was faster: it is gone. Or the target of a merge is, and then it is still there.
      if (!isCustomersApiError(error, 'NotFoundError') || !isDone(await requests.readCustomer(id))) throw error;
      return;
    }
    if (isDone(await requests.readCustomer(id))) return;
  }
}

/** Merges a customer into another until it is gone. */
export async function mergeCustomer(id: string, targetCustomerId: string, requests: Requests): Promise<void> {
  await writeUntil(
    id,
    requests,
    (client) => client.deleteCustomer({ id, targetCustomerId }),
    (stored) => stored === undefined,
  );
}
