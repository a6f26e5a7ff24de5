import type { OperationId, PathParameters, Query, RequestBody, Status } from '@customer-contracts/types';

import type { Filter } from './filter.ts';
import type { operations } from './operations.ts';
import type { RawFilter } from './raw-filter.ts';
import type { ResourceName, resources } from './resources.ts';

export type {
  Cell,
  OperationId,
  PathParameters,
  Query,
  RequestBody,
  ResponseBody,
  ResponseHeaders,
  Status,
} from '@customer-contracts/types';

/** The resource that an operation lists; `never` where it lists none. */
export type ListedResource<Id extends OperationId> = {
  [S in Status<Id>]: (typeof operations)[Id]['responses'] extends {
    readonly [Each in S]: { readonly content: { readonly kind: 'list'; readonly resource: infer Name } };
  }
    ? Name
    : never;
}[Status<Id>];

/**
 * What a call of an operation takes: one object with the path parameters, the query and the body by name, as in
 * `putCustomer({ id, body })`. Where customers are listed, `filter` is text in the API's own grammar, clauses whose fields and
 * values the compiler checks, or a `rawFilter`.
 */
export type OperationCall<Id extends OperationId> = Simplify<
  Named<PathParameters<Id>> &
    Named<QueryOfCall<Id>> &
    (RequestBody<Id> extends undefined ? unknown : { body: RequestBody<Id> })
>;

type QueryOfCall<Id extends OperationId> = [Extract<ListedResource<Id>, FilterableResource>] extends [never]
  ? Query<Id>
  : { [Name in keyof Query<Id>]: Name extends 'filter' ? string | Filter | RawFilter | undefined : Query<Id>[Name] };

/** The resources whose fields are known. */
type FilterableResource = {
  [Name in ResourceName]: (typeof resources)[Name]['isFilterable'] extends true ? Name : never;
}[ResourceName];

/** The members of an object; nothing for the schema of an empty one, whose type would forbid every other member. */
type Named<Members> = string extends keyof Members ? unknown : Members;

type Simplify<Type> = { [Key in keyof Type]: Type[Key] };
