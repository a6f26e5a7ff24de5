// The client
export { createCustomersClient } from './create-customers-client.ts';
export type { CustomersClientCredentials, CustomersClientOptions } from './client-options.ts';
export type { HttpFetch } from './http-fetch.ts';
export type { CallOptions, CustomersClient, OperationMethod, OperationMethods } from './customers-client.ts';
export type { OperationResult, SuccessStatus } from './operation-result.ts';
export type { Pagination, RateLimit } from './answer-headers.ts';

// Errors
export { CustomersApiError } from './customers-api-error.ts';
export { isCustomersApiError, type KnownCustomersApiError } from './is-customers-api-error.ts';
export { CollectionLimitError, InvalidCallError, InvalidOptionsError, type CallIssue } from './refusals.ts';
export { NetworkError, TimeoutError, UndocumentedAnswerError } from './failures.ts';
export {
  ConflictError,
  ForbiddenError,
  NotFoundError,
  ProblemError,
  TooManyRequestsError,
  UnauthorizedError,
  ValidationError,
} from './problem-errors.ts';

// Not exported: how a request is written, sent, repeated and read. The calls are the whole surface.
