import type {
  Cell,
  CredentialKind,
  CredentialKindOf,
  Customer,
  CustomerInput,
  LeadSource,
  ListedResource,
  NotFoundProblem,
  OperationCall,
  OperationId,
  ProviderStateName,
  GivenStateParameters,
  ProviderStateParameters,
  providerStates,
  Query,
  RequestBody,
  ResponseBody,
  ResponseHeaders,
  SortTerm,
  Status,
  ValidationProblem,
} from '@customer-contracts/schemas';
import { expectTypeOf, test } from 'vitest';

test('an answer has the body of its operation and status', () => {
  expectTypeOf<ResponseBody<'getCustomer', 200>>().toEqualTypeOf<Customer>();
  expectTypeOf<ResponseBody<'getCustomer', 404>>().toEqualTypeOf<NotFoundProblem>();
  expectTypeOf<ResponseBody<'getCustomerCollection', 200>>().toEqualTypeOf<Customer[]>();
  expectTypeOf<ResponseBody<'putCustomerLeadSource', 201>>().toEqualTypeOf<LeadSource>();
  expectTypeOf<ResponseBody<'putCustomer', 422>>().toEqualTypeOf<ValidationProblem>();
  expectTypeOf<ResponseBody<'deleteCustomer', 204>>().toEqualTypeOf<undefined>();
});

test('a status that the operation does not document does not compile', () => {
  expectTypeOf<Status<'getCustomer'>>().toEqualTypeOf<200 | 401 | 403 | 404>();
  // @ts-expect-error Type '409' does not satisfy the constraint '200 | 401 | 403 | 404'.
  expectTypeOf<ResponseBody<'getCustomer', 409>>();
  // @ts-expect-error Type '"patchCustomer"' does not satisfy the constraint.
  expectTypeOf<RequestBody<'patchCustomer'>>();
});

test('a cell is an operation and one of its statuses', () => {
  expectTypeOf<'getCustomer 404'>().toExtend<Cell>();
  expectTypeOf<'getCustomer 409'>().not.toExtend<Cell>();
});

test('a call is one object of path parameters, query and body by name', () => {
  expectTypeOf<OperationCall<'putCustomer'>>().toEqualTypeOf<{ id: string; body: CustomerInput }>();
  expectTypeOf<OperationCall<'deleteCustomer'>>().toEqualTypeOf<{ id: string; targetCustomerId: string }>();
  expectTypeOf<OperationCall<'getCustomer'>>().toEqualTypeOf<{
    id: string;
    expand?: string | undefined;
    fields?: string | undefined;
  }>();
  expectTypeOf<OperationCall<'postCustomer'>>().toEqualTypeOf<{ body: CustomerInput }>();
  expectTypeOf<Query<'getCustomerCollection'>['sort']>().toEqualTypeOf<readonly SortTerm[] | undefined>();
});

test('a header is typed as it is read', () => {
  expectTypeOf<ResponseHeaders<'getCustomerCollection', 200>['Pagination-Total']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<ResponseHeaders<'putCustomer', 201>>().toHaveProperty('Location');
  // @ts-expect-error Type '429' does not satisfy the constraint '200 | 401 | 403 | 404'.
  expectTypeOf<ResponseHeaders<'getCustomer', 429>>();
});

test('an operation is one of eight', () => {
  expectTypeOf<OperationId>().toEqualTypeOf<
    | 'getCustomerCollection'
    | 'postCustomer'
    | 'getCustomer'
    | 'putCustomer'
    | 'deleteCustomer'
    | 'getCustomerLeadSource'
    | 'putCustomerLeadSource'
    | 'deleteCustomerLeadSource'
  >();
});

test('every cell is brought about by a state', () => {
  type BroughtAbout = (typeof providerStates)[ProviderStateName]['cells'][number];
  expectTypeOf<BroughtAbout>().toEqualTypeOf<Cell>();
});

test('an operation lists one resource, or none', () => {
  expectTypeOf<ListedResource<'getCustomerCollection'>>().toEqualTypeOf<'customer'>();
  expectTypeOf<ListedResource<'getCustomer'>>().toEqualTypeOf<never>();
});

test('an operation accepts some kinds of credential', () => {
  expectTypeOf<CredentialKindOf<'getCustomer'>>().toEqualTypeOf<CredentialKind>();
  expectTypeOf<CredentialKindOf<'postCustomer'>>().toEqualTypeOf<'apiKey' | 'jwt'>();
});

test('a provider state has typed parameters', () => {
  expectTypeOf<ProviderStateParameters<'customerExists'>>().toEqualTypeOf<{
    id: string;
    view: 'complete' | 'bare';
    members?: Omit<Customer, 'id'> | undefined;
  }>();
  expectTypeOf<ProviderStateParameters<'customerDoesNotExist'>>().toEqualTypeOf<{ id: string }>();
  expectTypeOf<{ id: string }>().toExtend<GivenStateParameters<'customerExists'>>();
});

test('a customer says what may be null and what may be absent', () => {
  expectTypeOf<Customer['id']>().toEqualTypeOf<string>();
  expectTypeOf<Customer['email']>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<Customer['websiteId']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<CustomerInput>().not.toHaveProperty('email');
  expectTypeOf<Customer>().not.toHaveProperty('paymentToken');
});
