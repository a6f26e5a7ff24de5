import './require-zod-4.ts';

// What the API promises
export { Company } from './company.ts';
export { ContactEmail, ContactObject, ContactPhoneNumber } from './contact-object.ts';
export { Customer, CustomerEmbedded, DefaultPaymentInstrument } from './customer.ts';
export { DateTime } from './date-time.ts';
export { PathId, ResourceId } from './identifier.ts';
export { LeadSource, LeadSourceData } from './lead-source.ts';
export { CurrencyCode, CustomerAverageValue, CustomerLifetimeRevenue } from './money.ts';
export { PaymentMethod } from './payment-method.ts';
export { primaryEmail, type ContactWithEmails } from './primary-email.ts';
export { Tag } from './tag.ts';
export { TaxNumber } from './tax-number.ts';

// The same with dates
export {
  CustomerDates,
  CustomerEmbeddedDates,
  DateTimeCodec,
  LeadSourceDataDates,
  LeadSourceDates,
  TagDates,
} from './dates.ts';

// What a careful writer sends
export { ContactEmailInput, ContactObjectInput, ContactPhoneNumberInput } from './contact-object.ts';
export { CustomerInput } from './customer.ts';
export { LeadSourceInput } from './lead-source.ts';
export { TaxNumberInput } from './tax-number.ts';
export { toCustomerInput } from './to-customer-input.ts';

// Problems
export {
  BadRequestProblem,
  ConflictProblem,
  ForbiddenProblem,
  InvalidField,
  NotFoundProblem,
  Problem,
  problems,
  type ProblemStatus,
  TooManyRequestsProblem,
  UnauthorizedProblem,
  ValidationProblem,
} from './problem.ts';

// The operations, and what they read and write
export type { AnswerContent } from './answers.ts';
export { collectionLimits } from './collection-limits.ts';
export { formatLocation, formatPath } from './format-path.ts';
export { matchOperation, type MethodMismatch, type OperationMatch } from './match-operation.ts';
export { isSafe, mayRepeat } from './may-repeat.ts';
export { isMethod, type Method, type MethodFacts, methods } from './methods.ts';
export { cells, isCell, isOperationId, operationIds, statusesOf } from './operation-ids.ts';
export type {
  Cell,
  ListedResource,
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
export { type Resource, type ResourceName, resources, writableMembers } from './resources.ts';
export { contentOf, listedBy, responseOf } from './response-of.ts';
export { readBeside, writtenBeside } from './written-beside.ts';
export { servers, type ServerName } from './servers.ts';

// Who may do what, and how often
export { type Allowance, sandboxAllowance } from './allowance.ts';
export {
  acceptsCredential,
  type CredentialKind,
  type CredentialKindOf,
  credentialKinds,
  credentialSchemes,
  formatCredential,
  isCredentialKind,
} from './credential-kinds.ts';
export { securitySchemes, type SecurityScheme } from './security-schemes.ts';

// What a reader accepts
export { openEnum, type OpenEnum } from './open-enum.ts';
export { tolerant } from './tolerant.ts';

// JSON Schema
export { jsonSchemaOptions } from './json-schema-options.ts';

// What declarations name: those of whoever exports what is made from a schema
export type { CompanySchema } from './company.ts';
export type {
  ContactEmailInputSchema,
  ContactEmailSchema,
  ContactObjectInputSchema,
  ContactObjectSchema,
  ContactPhoneNumberInputSchema,
  ContactPhoneNumberSchema,
} from './contact-object.ts';
export type {
  CustomerEmbeddedSchema,
  CustomerInputSchema,
  CustomerSchema,
  DefaultPaymentInstrumentSchema,
} from './customer.ts';
export type {
  CustomerDatesSchema,
  CustomerEmbeddedDatesSchema,
  DateTimeCodecSchema,
  LeadSourceDataDatesSchema,
  LeadSourceDatesSchema,
  TagDatesSchema,
} from './dates.ts';
export type { LeadSourceDataSchema, LeadSourceInputSchema, LeadSourceSchema } from './lead-source.ts';
export type { CustomerAverageValueSchema, CustomerLifetimeRevenueSchema } from './money.ts';
export type { CollectionQuerySchema, CustomerPathSchema, CustomerQuerySchema, MergeQuerySchema } from './operations.ts';
export type {
  BadRequestProblemSchema,
  ConflictProblemSchema,
  ForbiddenProblemSchema,
  InvalidFieldSchema,
  NotFoundProblemSchema,
  ProblemSchema,
  TooManyRequestsProblemSchema,
  UnauthorizedProblemSchema,
  ValidationProblemSchema,
} from './problem.ts';
export type { TagSchema } from './tag.ts';
export type { TaxNumberInputSchema, TaxNumberSchema } from './tax-number.ts';
export type { Links } from './links.ts';
export type { NamedInternals, NamedObject } from './named-object.ts';
export type * from './type-names.ts';
export type { DocumentedPaymentMethod, Link, Operations, OtherText } from '@customer-contracts/types';

// Filters and sorts
export type {
  Filter,
  FilterClause,
  FilterList,
  FilterLiteral,
  FilterRange,
  FilterTerm,
  ParsedClause,
  ParsedFilter,
} from './filter.ts';
export { FilterError, isFilterError } from './filter-error.ts';
export {
  type Field,
  fieldAliases,
  fieldNamed,
  type FieldsOf,
  type FieldType,
  type FilterField,
  filterFields,
  type SortField,
  sortFields,
  type SortTerm,
} from './filter-fields.ts';
export { formOfRange, formsOfLiteral, type ValueForm } from './filter-value.ts';
export { formatFilter } from './format-filter.ts';
export { type FieldProblem, isFilter, judgeFilter, judgeSort } from './judge-filter.ts';
export { judgeQuery, type JudgedQuery, type QueryProblem } from './judge-query.ts';
export { parseFilter } from './parse-filter.ts';
export { parseSort } from './parse-sort.ts';
export { rawFilter, type RawFilter } from './raw-filter.ts';

// The provider states
export {
  type AnswerVariant,
  CustomerView,
  type GivenStateParameters,
  parametersOfRequest,
  providerStates,
  type ProviderState,
  type ProviderStateName,
  type ProviderStateParameters,
} from './provider-states.ts';
export { isProviderStateName, providerStateNames, stateNameOf, stateNameOfSentence } from './provider-state-names.ts';

// What a write makes of a resource
export { customerAfterLeadSourceChange } from './writes/customer-after-lead-source-change.ts';
export { customerAfterMerge, type CustomerMerge } from './writes/customer-after-merge.ts';
export { customerAfterPut, type CustomerPut } from './writes/customer-after-put.ts';
export { leadSourceAfterPut, type LeadSourcePut } from './writes/lead-source-after-put.ts';
export {
  isWritingOperationId,
  resourceAfterWrite,
  type ResourceWrite,
  type WritingOperationId,
} from './writes/resource-after-write.ts';
export { customerLinks, leadSourceLinks, organizationPath } from './writes/resource-links.ts';

// Not exported: the helpers that the table of operations is written with, and how names are compared.
