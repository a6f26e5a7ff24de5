import type { AnswerContent } from './answers.ts';
import { isOperationId } from './operation-ids.ts';
import type { Cell, OperationId } from './operation-types.ts';
import { type OperationResponse, operations } from './operations.ts';
import type { ResourceName } from './resources.ts';

/** What an operation answers with a status; `undefined` where it documents no such answer. */
export function responseOf(operationId: OperationId, status: number): OperationResponse | undefined {
  return responsesOf(operationId)[status];
}

/** What a documented answer holds: nothing, a problem, one resource, or a list of them. */
export function contentOf(cell: Cell): AnswerContent {
  return cellResponse(cell).content;
}

/** The documented answer of a cell. @throws {TypeError} when the text is no cell. */
export function cellResponse(cell: Cell): OperationResponse {
  const [operationId = '', status = ''] = cell.split(' ');
  const response = isOperationId(operationId) ? responseOf(operationId, Number(status)) : undefined;
  if (response === undefined)
    throw new TypeError(`Failed to find the answer "${cell}": the API documents none. Give one of \`cells\`.`);
  return response;
}

/** The resource that an operation lists; `undefined` where it lists none. */
export function listedBy(operationId: OperationId): ResourceName | undefined {
  for (const { content } of Object.values(responsesOf(operationId)))
    if (content.kind === 'list') return content.resource;
  return undefined;
}

function responsesOf(operationId: OperationId): Readonly<Record<number, OperationResponse>> {
  return operations[operationId].responses;
}
