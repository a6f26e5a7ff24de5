// The client
export { createCustomersClient } from './create-customers-client.ts';
export type { CustomersClientCredentials, CustomersClientOptions } from './client-options.ts';
export type { HttpFetch } from './http-fetch.ts';
export type { CallOptions, CustomersClient, OperationMethod, OperationMethods } from './customers-client.ts';
export type { OperationResult, SuccessStatus } from './operation-result.ts';
export type { AnswerHeaders, Pagination, RateLimit } from './answer-headers.ts';

// What calls take and answers hold
export type { Filter, OperationCall, RawFilter, ServerName } from '@customer-contracts/schemas';
export type {
  BadRequestProblem,
  Company,
  ConflictProblem,
  ContactEmail,
  ContactEmailInput,
  ContactObject,
  ContactObjectInput,
  ContactPhoneNumber,
  ContactPhoneNumberInput,
  Customer,
  CustomerAverageValue,
  CustomerEmbedded,
  CustomerInput,
  CustomerLifetimeRevenue,
  DefaultPaymentInstrument,
  DocumentedPaymentMethod,
  ForbiddenProblem,
  InvalidField,
  LeadSource,
  LeadSourceData,
  LeadSourceInput,
  Link,
  NotFoundProblem,
  OperationId,
  OtherText,
  PaymentMethod,
  Problem,
  Tag,
  TaxNumber,
  TaxNumberInput,
  TooManyRequestsProblem,
  UnauthorizedProblem,
  ValidationProblem,
} from '@customer-contracts/types';

// Errors
export { CustomersApiError } from './customers-api-error.ts';
export { isCustomersApiError, type KnownCustomersApiError } from './is-customers-api-error.ts';
export { InvalidOptionsError } from './invalid-options-error.ts';
export { CollectionLimitError, InvalidCallError, type CallIssue } from './refusals.ts';
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
