import type { OperationCall } from '@customer-contracts/schemas';
import type { Customer, OperationId } from '@customer-contracts/types';

import type { OperationResult } from './operation-result.ts';

/** What a call may say beside what the operation takes. */
export interface CallOptions {
  /** Cancels the call, its waits and repeats included: it then rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  /** How long one attempt may take until its answer is read, in ms. The client's own `timeout` when absent. */
  readonly timeout?: number | undefined;
}

/**
 * The call of an operation: it takes one object with the path parameters, the query and the body by name, and nothing
 * at all where nothing is required. It resolves with a documented success, and rejects with a `CustomersApiError`.
 */
export type OperationMethod<Id extends OperationId> =
  Partial<OperationCall<Id>> extends OperationCall<Id>
    ? (call?: OperationCall<Id>, options?: CallOptions) => Promise<OperationResult<Id>>
    : (call: OperationCall<Id>, options?: CallOptions) => Promise<OperationResult<Id>>;

/** The calls of all operations, by operationId. */
export type OperationMethods = { readonly [Id in OperationId]: OperationMethod<Id> };

/** The Customers API: a method for each operation, and all customers one by one. */
export interface CustomersClient extends OperationMethods {
  /**
   * The customers of a query one by one, for `for await`, read page by page. `limit` is the size of a page (1000 when
   * absent), `offset` the number of customers to leave out first. Customers that appear or vanish between two pages can
   * shift the rest: sort by `createdTime` when that matters.
   *
   * The API has no offset above 1000 (Rebilly OpenAPI 2026-08), so that it shows the first 2000 customers of a query
   * at most. Where more are there, or may be, the iteration throws a `CollectionLimitError` behind the last one that
   * can be had.
   */
  customers(query?: OperationCall<'getCustomerCollection'>, options?: CallOptions): AsyncIterable<Customer>;
}
