import type { ContactObjectInput } from '../contact-object.ts';
import { Customer, CustomerInput } from '../customer.ts';
import type { DateTime } from '../date-time.ts';
import { LeadSource, LeadSourceInput } from '../lead-source.ts';
import type { OperationId } from '../operation-types.ts';
import type { operations } from '../operations.ts';
import { customerAfterPut } from './customer-after-put.ts';
import { leadSourceAfterPut } from './lead-source-after-put.ts';

/** The operations whose request writes a resource. */
export type WritingOperationId = {
  [Id in OperationId]: (typeof operations)[Id]['takes'] extends undefined ? never : Id;
}[OperationId];

/** A write of any resource: what is sent, what is there, and what only a server knows. */
export interface ResourceWrite {
  /** The customer's id: that of the path, or the one that the server made for a POST. */
  readonly id: string;
  /** The organization that the customer belongs to. */
  readonly organizationId: string;
  /** The resource that is written over, as the API answers it; `undefined` where there is none. */
  readonly previous: unknown;
  /** The body. */
  readonly input: unknown;
  /** When it is written. */
  readonly now: DateTime;
  /** Makes the id of what comes with a customer: a person (`prs`) or a payment instrument (`inst`). */
  readonly makeId: (prefix: 'inst' | 'prs') => string;
  /** Makes the hash of a contact: at most 40 characters (docs/api-decisions.md#q30). */
  readonly contactHash: (contact: ContactObjectInput) => string;
}

/** What each operation makes of a write. One without a rule doesn't compile. */
const rules: { readonly [Id in WritingOperationId]: (write: ResourceWrite) => object } = {
  postCustomer: (write) => customerAfterPut({ ...write, previous: undefined, input: CustomerInput.parse(write.input) }),
  putCustomer: (write) =>
    customerAfterPut({
      ...write,
      previous: Customer.optional().parse(write.previous),
      input: CustomerInput.parse(write.input),
    }),
  putCustomerLeadSource: (write) =>
    leadSourceAfterPut({
      ...write,
      previous: LeadSource.optional().parse(write.previous),
      input: LeadSourceInput.parse(write.input),
    }),
};

/** Whether the request of an operation writes a resource. */
export function isWritingOperationId(operationId: OperationId): operationId is WritingOperationId {
  return Object.hasOwn(rules, operationId);
}

/**
 * The resource that an operation answers with when it has written it: for callers that have the operation in hand, as a mock
 * has. `customerAfterPut` and `leadSourceAfterPut` are the same for one resource, and parse nothing.
 *
 * @throws {ZodError} when `previous` is not as the API answers it, or `input` breaks a rule of the API.
 */
export function resourceAfterWrite(operationId: WritingOperationId, write: ResourceWrite): object {
  return rules[operationId](write);
}
