import { type Cell, isCell, matchOperation } from '@customer-contracts/schemas';

import type { HttpInteraction } from '../document/pact-document.ts';

/** The documented answer that an interaction is about; `undefined` where the API documents no such request or status. */
export function cellOfInteraction({ request, response }: HttpInteraction): Cell | undefined {
  const match = matchOperation(request.method, request.path);
  if (match === undefined || !('operationId' in match)) return undefined;
  const cell = `${match.operationId} ${response.status}`;
  return isCell(cell) ? cell : undefined;
}
