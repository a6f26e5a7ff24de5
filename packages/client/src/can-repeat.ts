import { operations, type OperationId } from '@customer-contracts/schemas';

/** The writes that leave the same behind when they are carried out twice. A repeated merge or delete answers 404. */
const idempotent: ReadonlySet<OperationId> = new Set(['putCustomer', 'deleteCustomer', 'deleteCustomerLeadSource']);

/**
 * Whether a request may be sent again when nobody knows whether it was carried out: not one that would create or record
 * twice, and not one whose payment token works only once. A write that isn't known to be idempotent is not repeated.
 */
export function canRepeat(operationId: OperationId, body: unknown): boolean {
  if (operations[operationId].method === 'GET') return true;
  return idempotent.has(operationId) && !hasPaymentToken(body);
}

function hasPaymentToken(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'paymentToken' in body && body.paymentToken !== undefined;
}
