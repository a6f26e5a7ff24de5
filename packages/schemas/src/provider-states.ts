import type * as types from '@customer-contracts/types';
import * as z from 'zod';

import { Customer } from './customer.ts';
import { PathId } from './identifier.ts';
import type { Cell } from './operation-types.ts';

/** How much of a customer is there: every member present and not null, or nullable ones null and other optional ones absent. */
export const CustomerView: z.ZodEnum<{ complete: 'complete'; bare: 'bare' }> = z.enum(['complete', 'bare']);
/** How much of a customer is there: `complete` has every member, `bare` only what must come, and null where it may. */
export type CustomerView = types.CustomerView;

/** A state that a provider can be brought into before an interaction is verified. */
export interface ProviderState {
  /** The sentence that stands in the pact file. */
  readonly sentence: string;
  /** The schema of the state's parameters. */
  readonly parameters: z.ZodObject;
  /** The documented answers that a fitting request gets in this state. */
  readonly cells: readonly Cell[];
  /** What the answers hold that are read from it: resources as complete as `view` asks, or an empty list. */
  readonly variants?: readonly AnswerVariant[];
}

/** How much an answer holds that is read from a state: resources, complete or bare, or an empty list. */
export type AnswerVariant = CustomerView | 'empty';

const noParameters = z.strictObject({});
const views = CustomerView.options;
const oneCustomer = z.strictObject({ id: PathId });

/**
 * What the customers of a state have: a view, and members that take the place of the view's own, such as an e-mail address.
 * Who writes "a customer exists" by hand means one that has what the example has: a complete one.
 */
const viewed = {
  view: CustomerView.default('complete'),
  members: z.strictObject(Customer.shape).omit({ id: true }).optional(),
};
const viewedCustomer = z.strictObject({ id: PathId, ...viewed });

/**
 * The provider states, by name. Each documented answer has at least one that brings it about; where the
 * request decides the status (a body that breaks a rule, say), the state is the one that such a request meets.
 *
 * A provider's handler of any state answers with the values that the interactions take from it: `{ apiKey }`, a key that
 * fits the state, and `{ jwt }` or `{ applicationJwt }`, a token of that kind, for interactions that send one.
 */
export const providerStates = {
  organizationReady: {
    sentence: 'the organization is ready',
    parameters: noParameters,
    cells: ['postCustomer 201', 'postCustomer 422'],
  },
  noCustomers: {
    sentence: 'the organization has no customers',
    parameters: noParameters,
    cells: ['getCustomerCollection 200'],
    variants: ['empty'],
  },
  customersExist: {
    sentence: 'the organization has customers',
    parameters: z.strictObject({ count: z.int().min(1).max(1000).default(2), ...viewed }),
    cells: ['getCustomerCollection 200'],
    variants: views,
  },
  customerExists: {
    sentence: 'a customer exists',
    parameters: viewedCustomer,
    cells: [
      'getCustomer 200',
      'putCustomer 200',
      'putCustomer 422',
      'putCustomerLeadSource 201',
      'putCustomerLeadSource 422',
    ],
    variants: views,
  },
  customerDoesNotExist: {
    sentence: 'a customer does not exist',
    parameters: oneCustomer,
    cells: [
      'getCustomer 404',
      'putCustomer 201',
      'putCustomer 422',
      'deleteCustomer 404',
      'getCustomerLeadSource 404',
      'deleteCustomerLeadSource 404',
    ],
  },
  duplicateCustomersExist: {
    sentence: 'a customer and its duplicate exist',
    parameters: z.strictObject({ id: PathId, targetCustomerId: PathId }),
    cells: ['deleteCustomer 204'],
  },
  leadSourceExists: {
    sentence: 'a customer has a lead source',
    parameters: viewedCustomer,
    cells: ['getCustomerLeadSource 200', 'putCustomerLeadSource 201', 'deleteCustomerLeadSource 204'],
    variants: views,
  },
  leadSourceDoesNotExist: {
    sentence: 'a customer has no lead source',
    parameters: oneCustomer,
    cells: ['getCustomerLeadSource 404', 'putCustomerLeadSource 201', 'deleteCustomerLeadSource 404'],
  },
  credentialsInvalid: {
    sentence: 'the credentials are not valid',
    parameters: noParameters,
    cells: [
      'getCustomerCollection 401',
      'postCustomer 401',
      'getCustomer 401',
      'putCustomer 401',
      'deleteCustomer 401',
      'getCustomerLeadSource 401',
      'putCustomerLeadSource 401',
      'deleteCustomerLeadSource 401',
    ],
  },
  credentialsForbidden: {
    sentence: 'the credentials may not do this',
    parameters: noParameters,
    cells: [
      'getCustomerCollection 403',
      'postCustomer 403',
      'getCustomer 403',
      'putCustomer 403',
      'deleteCustomer 403',
      'getCustomerLeadSource 403',
      'putCustomerLeadSource 403',
      'deleteCustomerLeadSource 403',
    ],
  },
  requestConflicts: {
    sentence: 'the request conflicts with the state of the resource',
    parameters: noParameters,
    cells: ['postCustomer 409', 'putCustomer 409', 'deleteCustomerLeadSource 409'],
  },
  allowanceUsedUp: {
    sentence: 'the allowance of writes is used up',
    parameters: noParameters,
    cells: [
      'postCustomer 429',
      'putCustomer 429',
      'deleteCustomer 429',
      'putCustomerLeadSource 429',
      'deleteCustomerLeadSource 429',
    ],
  },
} as const satisfies Record<string, ProviderState>;

/**
 * The parameters that the request names, too. A pact file may leave them out, and before version 3 it must: then whoever the
 * request is about is meant.
 */
export const parametersOfRequest = ['id', 'targetCustomerId'] as const;

/** The name of a provider state. */
export type ProviderStateName = keyof typeof providerStates;

/** The parameters of a provider state, as whoever brings it about gets them: what was left out has its default. */
export type ProviderStateParameters<Name extends ProviderStateName> = z.output<
  (typeof providerStates)[Name]['parameters']
>;

/** The parameters of a provider state, as a contract gives them: what has a default may be left out. */
export type GivenStateParameters<Name extends ProviderStateName> = z.input<(typeof providerStates)[Name]['parameters']>;
