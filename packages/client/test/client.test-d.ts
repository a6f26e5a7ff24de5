import {
  createCustomersClient,
  isCustomersApiError,
  type ConflictError,
  type CustomersClient,
  type HttpFetch,
  type KnownCustomersApiError,
  type NotFoundError,
  type OperationMethods,
  type OperationResult,
  type ProblemError,
  type SuccessStatus,
  type UndocumentedAnswerError,
} from '@customer-contracts/client';
import {
  type Customer,
  type Filter,
  type LeadSource,
  type OperationCall,
  type OperationId,
  rawFilter,
  type RawFilter,
  type Status,
} from '@customer-contracts/schemas';
import { expectTypeOf, test } from 'vitest';

declare const client: CustomersClient;

test('there is a method for each operation, and it takes the call of the table', () => {
  expectTypeOf<keyof OperationMethods>().toEqualTypeOf<OperationId>();
  expectTypeOf(client.putCustomer).parameter(0).toEqualTypeOf<OperationCall<'putCustomer'>>();
  expectTypeOf(client.getCustomerCollection)
    .parameter(0)
    .toEqualTypeOf<OperationCall<'getCustomerCollection'> | undefined>();
  // @ts-expect-error Property 'patchCustomer' does not exist on type 'CustomersClient'.
  void client.patchCustomer;
});

test('only what needs nothing may be called with nothing', () => {
  expectTypeOf(client.getCustomerCollection).toBeCallableWith();
  // @ts-expect-error Expected 1-2 arguments, but got 0.
  void client.getCustomer();
  // @ts-expect-error Expected 1-2 arguments, but got 0.
  void client.postCustomer();
});

test('a call that the API would not understand does not compile', () => {
  expectTypeOf(client.deleteCustomer).toBeCallableWith({ id: 'cus_01', targetCustomerId: 'cus_02' });
  // @ts-expect-error Argument of type 'string' is not assignable to parameter of type '{ id: string; ... }'.
  void client.getCustomer('cus_01');
  // @ts-expect-error Property 'body' is missing in type '{ id: string; }'.
  void client.putCustomer({ id: 'cus_01' });
  // @ts-expect-error Property 'targetCustomerId' is missing in type '{ id: string; }'.
  void client.deleteCustomer({ id: 'cus_01' });
  // @ts-expect-error 'targetCustomer' does not exist in type '{ id: string; targetCustomerId: string; }'.
  void client.deleteCustomer({ id: 'cus_01', targetCustomerId: 'cus_02', targetCustomer: 'cus_02' });
  // @ts-expect-error 'email' does not exist in the body: it is read-only, and comes from primaryAddress.
  void client.putCustomer({ id: 'cus_01', body: { email: 'ann@example.com' } });
  // @ts-expect-error Type 'string' is not assignable to type 'string[]'.
  void client.getCustomerCollection({ sort: '-createdTime' });
  // @ts-expect-error 'expand' does not exist in type '{ id: string; }'.
  void client.getCustomerLeadSource({ id: 'cus_01', expand: 'customer' });
});

test('a filter and a sort name what customers have', () => {
  expectTypeOf<OperationCall<'getCustomerCollection'>['filter']>().toEqualTypeOf<
    string | Filter | RawFilter | undefined
  >();
  expectTypeOf(client.getCustomerCollection).toBeCallableWith({ filter: rawFilter('shoeSize:42') });
  // @ts-expect-error Only rawFilter makes one.
  void client.getCustomerCollection({ filter: { text: 'shoeSize:42' } });
  expectTypeOf(client.getCustomerCollection).toBeCallableWith({
    filter: [{ field: 'paymentCount', terms: [{ kind: 'range', negated: false, from: '1' }] }],
    sort: ['-createdTime', 'lifetimeRevenue.amount'],
  });
  const query = { filter: 'customFields.vip:true', sort: ['-createdTime'] } as const;
  expectTypeOf(client.customers(query)).toExtend<AsyncIterable<Customer>>();
  // @ts-expect-error Type '"firstName"' is not assignable to type 'SortTerm'.
  void client.getCustomerCollection({ sort: ['firstName'] });
  void client.getCustomerCollection({
    // @ts-expect-error Type '"firstNam"' is not assignable to the fields of customers.
    filter: [{ field: 'firstNam', terms: [{ kind: 'literal', negated: false, value: 'Ada' }] }],
  });
  void client.getCustomerCollection({
    // @ts-expect-error Type '"many"' is not assignable to type '`${number}`'.
    filter: [{ field: 'paymentCount', terms: [{ kind: 'literal', negated: false, value: 'many' }] }],
  });
});

test('a result has the statuses and the bodies that the operation documents', async () => {
  expectTypeOf<SuccessStatus<'putCustomer'>>().toEqualTypeOf<200 | 201>();
  expectTypeOf<SuccessStatus<'deleteCustomer'>>().toEqualTypeOf<204>();
  expectTypeOf<OperationResult<'getCustomerCollection'>['body']>().toEqualTypeOf<Customer[]>();
  expectTypeOf<OperationResult<'putCustomerLeadSource'>['body']>().toEqualTypeOf<LeadSource>();
  expectTypeOf<OperationResult<'deleteCustomerLeadSource'>['body']>().toEqualTypeOf<undefined>();
  const put = await client.putCustomer({ id: 'cus_01', body: {} });
  if (put.status === 201) expectTypeOf(put).toEqualTypeOf<Extract<OperationResult<'putCustomer'>, { status: 201 }>>();
  // @ts-expect-error This comparison appears to be unintentional because the types '200 | 201' and '204' have no overlap.
  if (put.status === 204) void put;
  expectTypeOf(put.location).toEqualTypeOf<string | undefined>();
  expectTypeOf(put.rateLimit?.remaining).toEqualTypeOf<number | undefined>();
});

test('what may be null or absent has to be handled', async () => {
  const { body } = await client.getCustomer({ id: 'cus_01' });
  expectTypeOf(body.email).toEqualTypeOf<string | null | undefined>();
  // @ts-expect-error 'body.email' is possibly 'null' or 'undefined'.
  body.email.toLowerCase();
});

test('the customers come one by one', () => {
  expectTypeOf(client.customers()).toExtend<AsyncIterable<Customer>>();
  // @ts-expect-error 'id' does not exist in the query.
  client.customers({ id: 'cus_01' });
});

test('a client has one kind of credentials', () => {
  expectTypeOf(createCustomersClient).toBeCallableWith({ server: 'live', apiKey: 'sk' });
  expectTypeOf(createCustomersClient).toBeCallableWith({ server: 'https://api.example.com', token: 'jwt' });
  expectTypeOf(createCustomersClient).toBeCallableWith({ server: 'https://www.example.com/api', apiKey: null });
  // @ts-expect-error Property 'apiKey' is missing.
  createCustomersClient({ server: 'sandbox' });
  // @ts-expect-error Types of property 'token' are incompatible: 'string' is not assignable to 'undefined'.
  createCustomersClient({ server: 'sandbox', apiKey: 'sk', token: 'jwt' });
});

test('the platform’s fetch is one, and so is a function that answers with little more than a text', () => {
  expectTypeOf<typeof fetch>().toExtend<HttpFetch>();
  expectTypeOf(createCustomersClient).toBeCallableWith({
    server: 'sandbox',
    apiKey: 'sk',
    fetch: async (url, { method, headers, body, signal }) => {
      expectTypeOf({ url, method, headers, body, signal }).toEqualTypeOf<{
        url: string;
        method: string;
        headers: Readonly<Record<string, string>>;
        body: string | undefined;
        signal: AbortSignal;
      }>();
      return { status: 204, headers: new Headers(), text: async () => '' };
    },
  });
});

test('errors are told apart by name', () => {
  const error: unknown = undefined;
  if (isCustomersApiError(error, 'NotFoundError')) expectTypeOf(error).toEqualTypeOf<NotFoundError>();
  if (isCustomersApiError(error)) {
    expectTypeOf(error).toEqualTypeOf<KnownCustomersApiError>();
    if (error.name === 'ConflictError') expectTypeOf(error).toEqualTypeOf<ConflictError>();
  }
  // @ts-expect-error Argument of type '"GoneError"' is not assignable.
  isCustomersApiError(error, 'GoneError');
  // @ts-expect-error Only a problem with the rate limit has it.
  if (isCustomersApiError(error, 'NotFoundError')) void error.retryAfter;
});

test('every documented problem has an error with its status', () => {
  type Documented = { [Id in OperationId]: Exclude<Status<Id>, SuccessStatus<Id>> }[OperationId];
  type WithClass = Extract<KnownCustomersApiError, ProblemError>['status'];
  expectTypeOf<Documented>().toExtend<WithClass>();
  expectTypeOf<UndocumentedAnswerError['status']>().toEqualTypeOf<number>();
});
