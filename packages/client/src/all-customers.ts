import { operations, type Customer } from '@customer-contracts/schemas';

import type { CallOptions, ClientCall, OperationMethod } from './customers-client.ts';
import { CollectionLimitError } from './refusals.ts';

/** The largest offset that the API has. */
const lastOffset = operations.getCustomerCollection.query.shape.offset.unwrap().maxValue ?? Infinity;

/**
 * The customers of a query one by one, read page by page, until the last one or the last one that can be had.
 *
 * @throws CollectionLimitError
 */
export async function* allCustomers(
  getPage: OperationMethod<'getCustomerCollection'>,
  { limit = 1000, offset = 0, ...query }: ClientCall<'getCustomerCollection'> = {},
  options?: CallOptions,
): AsyncGenerator<Customer, void, undefined> {
  let next = offset;
  for (;;) {
    const { body, pagination } = await getPage({ ...query, limit, offset: next }, options);
    yield* body;
    next += body.length;
    // The API may give less than it was asked for: the total counts, or the limit that it says it has kept to.
    const isLast =
      pagination?.total === undefined ? body.length < (pagination?.limit ?? limit) : next >= pagination.total;
    if (body.length === 0 || isLast) return;
    if (next > lastOffset) throw new CollectionLimitError(next, pagination?.total);
  }
}
