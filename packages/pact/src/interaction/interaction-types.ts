import type { OperationId, ResponseBody, Status } from '@customer-contracts/schemas';

import type { ReaderOutput, ReaderSchema } from '../reader/reader-schema.ts';

/** The statuses of success of an operation. */
export type SuccessStatus<Id extends OperationId> = Extract<Status<Id>, 200 | 201 | 204>;

/** The status of an interaction that doesn't say: the only one of success; `never` where there are two, as for PUT customer. */
export type DefaultStatus<Id extends OperationId> = IsUnion<SuccessStatus<Id>> extends true ? never : SuccessStatus<Id>;

type IsUnion<Type, Each = Type> = Type extends unknown ? ([Each] extends [Type] ? false : true) : never;

/** The body that the API answers; for a collection it is a list. */
export type WireBody<Id extends OperationId, S extends Status<Id>> = ResponseBody<Id, S>;

/** The body that a reader must be able to read: of an operation that hasn't said its status, that of any success. */
export type ReadableBody<Id extends OperationId, S extends Status<Id>> = [S] extends [never]
  ? ResponseBody<Id, SuccessStatus<Id>>
  : ResponseBody<Id, S>;

/** What a test gets as `example`: what the reader's schema makes of the body, or of each customer of a collection. */
export type Example<Id extends OperationId, S extends Status<Id>, Schema> = Schema extends ReaderSchema
  ? WireBody<Id, S> extends readonly unknown[]
    ? ReaderOutput<Schema>[]
    : ReaderOutput<Schema>
  : WireBody<Id, S>;
