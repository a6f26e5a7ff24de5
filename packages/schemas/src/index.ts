// What the API promises
export { Company } from './company.ts';
export { ContactEmail, ContactObject, ContactPhoneNumber } from './contact-object.ts';
export { Customer, CustomerEmbedded, DefaultPaymentInstrument } from './customer.ts';
export { DateTime } from './date-time.ts';
export { PathId, ResourceId } from './identifier.ts';
export { LeadSource, LeadSourceData } from './lead-source.ts';
export { CurrencyCode, CustomerAverageValue, CustomerLifetimeRevenue } from './money.ts';
export { PaymentMethod } from './payment-method.ts';
export { Tag } from './tag.ts';
export { TaxNumber } from './tax-number.ts';

// What a careful writer sends
export { ContactObjectInput } from './contact-object.ts';
export { CustomerInput } from './customer.ts';
export { LeadSourceInput } from './lead-source.ts';
export { TaxNumberInput } from './tax-number.ts';

// Problems
export {
  BadRequestProblem,
  ConflictProblem,
  ForbiddenProblem,
  InvalidField,
  NotFoundProblem,
  Problem,
  TooManyRequestsProblem,
  UnauthorizedProblem,
  ValidationProblem,
} from './problem.ts';

// The operations
export { formatPath } from './format-path.ts';
export { matchOperation, type MethodMismatch, type OperationMatch } from './match-operation.ts';
export { cells, isCell, isOperationId, operationIds, statusesOf } from './operation-ids.ts';
export type {
  Cell,
  OperationCall,
  OperationId,
  PathParameters,
  Query,
  RequestBody,
  ResponseBody,
  ResponseHeaders,
  Status,
} from './operation-types.ts';
export { operations, type Operation, type OperationResponse } from './operations.ts';
export { securitySchemes, type SecurityScheme } from './security-schemes.ts';
export { servers, type ServerName } from './servers.ts';

// What a reader accepts
export { tolerant } from './tolerant.ts';

// Filters
export type { Filter, FilterClause, FilterList, FilterLiteral, FilterRange, FilterTerm } from './filter.ts';
export { FilterError, isFilterError } from './filter-error.ts';
export { formatFilter } from './format-filter.ts';
export { parseFilter } from './parse-filter.ts';

// The provider states
export {
  CustomerView,
  providerStates,
  type ProviderState,
  type ProviderStateName,
  type ProviderStateParameters,
} from './provider-states.ts';

// What a write makes of a resource
export { customerAfterLeadSourceChange } from './writes/customer-after-lead-source-change.ts';
export { customerAfterMerge, type CustomerMerge } from './writes/customer-after-merge.ts';
export { customerAfterPut, type CustomerPut } from './writes/customer-after-put.ts';
export { leadSourceAfterPut, type LeadSourcePut } from './writes/lead-source-after-put.ts';
export { customerLinks, leadSourceLinks, organizationPath } from './writes/resource-links.ts';
