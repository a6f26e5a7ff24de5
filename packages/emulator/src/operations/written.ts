import { type Cell, formatLocation } from '@customer-contracts/schemas';

import { pathIn } from '../customers/links.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Call } from './call.ts';

/**
 * The answer of a cell to a write of the resource with this id: with where it is, absolute and with the organization, where
 * the table documents that (api-facts Q31). The rate headers come with every write (api-facts section 6).
 */
export function written(
  { request, organizationId, rateLimitHeaders }: Call,
  cell: Cell,
  { id, body }: { readonly id: string; readonly body: string },
): Answer {
  const [, status] = cell.split(' ');
  const path = formatLocation(cell, { id });
  const location = path === undefined ? {} : { location: `${request.origin}${pathIn(organizationId, path)}` };
  return json(Number(status), body, { ...rateLimitHeaders, ...location });
}
