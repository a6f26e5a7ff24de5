import { represent, selectionOf, type Selection } from '../customers/representation.ts';
import type { CustomerStore } from '../database/customer-store.ts';
import { type Answer, json } from '../http/answer.ts';
import { type CollectionQuery, readCollectionQuery } from './collection-query.ts';
import type { ValueLists } from './filter-to-sql.ts';
import { type ListPlan, planList } from './list-plan.ts';
import { OrganizationLists } from './organization-lists.ts';

/** A list that is asked for, read. */
export interface ListRequest extends Pick<CollectionQuery, 'limit' | 'offset'> {
  readonly plan: ListPlan;
  readonly selection: Selection;
}

/**
 * Reads the query of a list.
 *
 * @throws {Refusal} with 400 when a value of it can't be read.
 */
export function readListRequest(query: URLSearchParams, lists: ValueLists): ListRequest {
  const read = readCollectionQuery(query);
  return { plan: planList(read, lists), limit: read.limit, offset: read.offset, selection: selectionOf(query) };
}

/** A bare array; limit and offset as they were applied, not as they were asked for (docs/api-decisions.md#q18). */
export function listAnswer(
  store: CustomerStore,
  organizationId: string,
  { plan, limit, offset, selection }: ListRequest,
): Answer {
  const { total, customers } = new OrganizationLists(store.database, organizationId).page(plan, { limit, offset });
  const answers = customers.map((stored) => represent(store, organizationId, stored, selection));
  return json(200, `[${answers.join(',')}]`, {
    'pagination-total': String(total),
    'pagination-limit': String(limit),
    'pagination-offset': String(offset),
  });
}
