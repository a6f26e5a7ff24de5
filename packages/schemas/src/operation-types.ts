import type * as z from 'zod';

import type { Filter } from './filter.ts';
import type { operations } from './operations.ts';
import type { RawFilter } from './raw-filter.ts';
import type { ResourceName, resources } from './resources.ts';

type Operations = typeof operations;
type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Responses<Id extends OperationId> = Operations[Id]['responses'];

/** The operationId of one of the operations, in camelCase. */
export type OperationId = keyof Operations;

/** The statuses that an operation documents. */
export type Status<Id extends OperationId> = { [Each in OperationId]: keyof Responses<Each> }[Id];

/** One of the documented answers: the operation and the status, as in `'getCustomer 404'`. */
export type Cell = { [Id in OperationId]: `${Id} ${Status<Id>}` }[OperationId];

/** The path parameters of an operation, by name. */
export type PathParameters<Id extends OperationId> = z.output<Operations[Id]['pathParameters']>;

/** The query of an operation, by name. */
export type Query<Id extends OperationId> = ReadonlyLists<z.output<Operations[Id]['query']>>;

/** The members, with lists that a constant may stand for. */
type ReadonlyLists<Members> = {
  [Name in keyof Members]: Members[Name] extends never
    ? Members[Name]
    : Members[Name] extends (infer Item)[] | undefined
      ? Exclude<Members[Name], Item[]> | readonly Item[]
      : Members[Name];
};

/** The body that an operation takes; `undefined` where it takes none. */
export type RequestBody<Id extends OperationId> = Output<Operations[Id]['body']>;

/** The body that an operation answers a status with; `undefined` where the answer has none. */
export type ResponseBody<Id extends OperationId, S extends Status<Id>> = Responses<Id>[S] extends {
  readonly body: infer Body;
}
  ? Output<Body>
  : never;

/** The headers that an operation documents for a status, read from the wire. None is sure to come. */
export type ResponseHeaders<Id extends OperationId, S extends Status<Id>> = Responses<Id>[S] extends {
  readonly headers: infer Headers;
}
  ? { [Name in keyof Headers]?: Output<Headers[Name]> }
  : never;

/** The resource that an operation lists; `never` where it lists none. */
export type ListedResource<Id extends OperationId> = {
  [S in Status<Id>]: Responses<Id>[S] extends {
    readonly content: { readonly kind: 'list'; readonly resource: infer Name };
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
