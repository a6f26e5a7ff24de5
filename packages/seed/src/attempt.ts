import { isCustomersApiError } from '@customer-contracts/client';

import { RequestFailedError } from './seed-error.ts';

/**
 * Says what was attempted, and with which records, when a request fails for good.
 *
 * @param place asked for only then.
 * @throws {RequestFailedError} in the place of an error of the client.
 */
export async function attempt<Result>(
  work: string,
  place: () => string,
  run: () => Promise<Result> | Result,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!isCustomersApiError(error)) throw error;
    throw new RequestFailedError(work, place(), error);
  }
}
