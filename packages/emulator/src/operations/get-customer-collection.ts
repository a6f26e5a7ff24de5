import { readCollectionQuery } from '../collection/collection-query.ts';
import { OrganizationLists } from '../collection/list-customers.ts';
import { planList } from '../collection/list-plan.ts';
import { represent, selectionOf } from '../customers/representation.ts';
import { json } from '../http/answer.ts';
import type { Behaviour } from './call.ts';

/** A bare array; limit and offset as they were applied, not as they were asked for (docs/api-decisions.md#q18). */
export const getCustomerCollection: Behaviour = ({ store, organizationId, query, valueLists }) => {
  const read = readCollectionQuery(query);
  const selection = selectionOf(query);
  const lists = new OrganizationLists(store.database, organizationId);
  const { total, customers } = lists.page(planList(read, valueLists), read);
  const answers = customers.map((stored) => represent(store, organizationId, stored, selection));
  return json(200, `[${answers.join(',')}]`, {
    'pagination-total': String(total),
    'pagination-limit': String(read.limit),
    'pagination-offset': String(read.offset),
  });
};
