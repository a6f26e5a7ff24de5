import { isCell, type OperationId, operationIds, operations } from '@customer-contracts/schemas';

/** An answer that the API's document doesn't have, and the emulator gives. */
export interface UndocumentedAnswer {
  readonly status: number;
  /** The operations that may be answered so. */
  readonly operations: readonly OperationId[];
  /** What brings it about. */
  readonly when: string;
}

const writesWithBody = operationIds.filter((id) => operations[id].takes !== undefined);

/**
 * Every answer outside the documented ones: the emulator gives these and no others, except where a fault was asked
 * for. What Rebilly's own servers answer there is not documented (docs/api-decisions.md#q37).
 */
export const undocumentedAnswers: readonly UndocumentedAnswer[] = [
  { status: 400, operations: ['getCustomerCollection'], when: 'A value of the query cannot be read' },
  { status: 400, operations: writesWithBody, when: 'The body is not JSON in UTF-8, or is nested over 512 levels deep' },
  { status: 404, operations: ['putCustomer'], when: 'The id in the path is not one that a customer can have' },
  { status: 404, operations: ['putCustomerLeadSource'], when: 'There is no such customer' },
  { status: 405, operations: operationIds, when: 'The path has no such method; HEAD is answered as GET' },
  { status: 413, operations: writesWithBody, when: 'The body is over 1 MB' },
  { status: 415, operations: writesWithBody, when: 'The body is a form, or is compressed' },
  {
    status: 422,
    operations: ['deleteCustomer'],
    when: 'The target of the merge is missing, or is the customer itself',
  },
  {
    status: 503,
    operations: operationIds,
    when: 'The emulator is being filled or closed, or another process holds the database',
  },
  { status: 507, operations: operationIds, when: 'The database or its disk is full; nothing of a write is done' },
];

/** Whether the emulator may answer an operation with a status: a documented one, or one of {@link undocumentedAnswers}. */
export function mayAnswer(operationId: OperationId, status: number): boolean {
  return (
    isCell(`${operationId} ${status}`) ||
    undocumentedAnswers.some((answer) => answer.status === status && answer.operations.includes(operationId))
  );
}
