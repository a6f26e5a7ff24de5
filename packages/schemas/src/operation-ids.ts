import type { Cell, OperationId } from './operation-types.ts';
import { operations } from './operations.ts';

/** The operationIds of the operations, in the order of the table. */
export const operationIds: readonly OperationId[] = /* @__PURE__ */ readIds();

function readIds(): readonly OperationId[] {
  return Object.keys(operations).filter(isOperationId);
}

/** Whether a text is the operationId of one of the operations. */
export function isOperationId(value: string): value is OperationId {
  return Object.hasOwn(operations, value);
}

/** The documented statuses of an operation, in ascending order. */
export function statusesOf(operationId: OperationId): readonly number[] {
  return Object.keys(operations[operationId].responses).map(Number);
}

/** The documented answers, `'getCustomer 404'` and the like, in the order of the table. */
export const cells: readonly Cell[] = /* @__PURE__ */ readCells();

function readCells(): readonly Cell[] {
  return operationIds.flatMap((id) => statusesOf(id).map((status) => `${id} ${status}`)).filter(isCell);
}

/** Whether a text is one of the documented answers. */
export function isCell(value: string): value is Cell {
  const [id = '', status = '', ...rest] = value.split(' ');
  return rest.length === 0 && isOperationId(id) && Object.hasOwn(operations[id].responses, status);
}
