import { type Cell, formatLocation, organizationPath } from '@customer-contracts/schemas';

import { type Answer, json } from '../http/answer.ts';
import type { Call } from './call.ts';

/**
 * The answer of a cell to a write of the resource with this id: with where it is, absolute and with the organization, where
 * the table documents that (docs/api-decisions.md#q31). The rate headers come with every write (docs/api-decisions.md#q16).
 */
export function written(
  { request, organizationId, rateLimitHeaders }: Call,
  cell: Cell,
  { id, body }: { readonly id: string; readonly body: string },
): Answer {
  const [, status] = cell.split(' ');
  const path = formatLocation(cell, { id });
  const location =
    path === undefined ? {} : { location: `${request.origin()}${organizationPath(organizationId, path)}` };
  return json(Number(status), body, { ...rateLimitHeaders, ...location });
}
