import type { Operations } from './operations.ts';

/** The operationId of one of the operations, in camelCase. */
export type OperationId = keyof Operations;

/** The statuses that an operation documents. */
export type Status<Id extends OperationId> = { [Each in OperationId]: keyof Operations[Each]['responses'] }[Id];

/** One of the documented answers: the operation and the status, as in `'getCustomer 404'`. */
export type Cell = { [Id in OperationId]: `${Id} ${Status<Id>}` }[OperationId];

/** The path parameters of an operation, by name. */
export type PathParameters<Id extends OperationId> = Operations[Id]['pathParameters'];

/** The query of an operation, by name. */
export type Query<Id extends OperationId> = Operations[Id]['query'];

/** The body that an operation takes; `undefined` where it takes none. */
export type RequestBody<Id extends OperationId> = Operations[Id]['body'];

/** The body that an operation answers a status with; `undefined` where the answer has none. */
export type ResponseBody<Id extends OperationId, S extends Status<Id>> = AnswerPart<Id, S, 'body'>;

/** The headers that an operation documents for a status, read from the wire. None is sure to come. */
export type ResponseHeaders<Id extends OperationId, S extends Status<Id>> = AnswerPart<Id, S, 'headers'>;

type AnswerPart<Id extends OperationId, S extends Status<Id>, Part extends string> = Operations[Id]['responses'][S &
  keyof Operations[Id]['responses']] extends { readonly [Name in Part]: infer Type }
  ? Type
  : never;
