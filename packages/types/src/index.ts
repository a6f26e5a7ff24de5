// What requests and answers hold: one type for each schema, made from it
export type * from './bodies.ts';
export type { OtherText } from './other-text.ts';

// The operations, and what they read and write
export type { Operations, SortField, SortTerm } from './operations.ts';
export type {
  Cell,
  OperationId,
  PathParameters,
  Query,
  RequestBody,
  ResponseBody,
  ResponseHeaders,
  Status,
} from './operation-types.ts';
