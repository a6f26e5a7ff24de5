import { collectionLimits, type OperationCall } from '@customer-contracts/schemas';
import type { Customer } from '@customer-contracts/types';

import type { CallOptions, OperationMethod } from './customers-client.ts';
import { checkCall } from './http-request.ts';
import { CollectionLimitError } from './refusals.ts';

/**
 * The customers of a query one by one, read page by page, until the last one or the last one that can be had.
 *
 * @throws {InvalidCallError} when the query is none.
 * @throws {CollectionLimitError} when there are, or may be, more than the API shows.
 */
export async function* allCustomers(
  getPage: OperationMethod<'getCustomerCollection'>,
  query?: OperationCall<'getCustomerCollection'>,
  options?: CallOptions,
): AsyncGenerator<Customer, void, undefined> {
  const {
    limit = collectionLimits.limit.most,
    offset = collectionLimits.offset.unasked,
    ...rest
  }: OperationCall<'getCustomerCollection'> = checkCall('getCustomerCollection', query);
  let next = offset;
  for (;;) {
    const { body, pagination } = await getPage({ ...rest, limit, offset: next }, options);
    yield* body;
    next += body.length;
    // The API may give less than it was asked for: the total counts, or the limit that it says it has kept to.
    const isLast =
      pagination?.total === undefined ? body.length < (pagination?.limit ?? limit) : next >= pagination.total;
    if (body.length === 0 || isLast) return;
    if (next > collectionLimits.offset.most) throw new CollectionLimitError(next, pagination?.total);
  }
}
