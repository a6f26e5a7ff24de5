import { listAnswer, readListRequest } from '../collection/list-answer.ts';
import { OrganizationLists } from '../collection/organization-lists.ts';
import type { Behaviour } from './call.ts';

/** A list that reads many customers is left to a reader, where there are any, so that nobody waits for it. */
export const getCustomerCollection: Behaviour = ({ store, organizationId, query, valueLists, readers, request }) => {
  const list = readListRequest(query, valueLists);
  if (readers === undefined || new OrganizationLists(store.database, organizationId).isShort(list.plan)) {
    return listAnswer(store, organizationId, list);
  }
  const job = { kind: 'list', organizationId, query: String(query) } as const;
  return readers.answer(job, { looksAtAll: list.plan.by === 'nothing', signal: request.signal() });
};
