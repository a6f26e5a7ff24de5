import type { LeadSourceInput, OperationCall } from '@customer-contracts/schemas';
import RebillyAPI from 'rebilly-js-sdk';
import * as z from 'zod';

type Customers = ReturnType<typeof RebillyAPI>['customers'];
type Query = Parameters<Customers['getAll']>[0];
type Data = Parameters<Customers['create']>[0]['data'];

const Answer = z.object({ fields: z.unknown(), response: z.object({ status: z.int() }) });
const Collection = z.object({ items: z.array(z.object({ fields: z.unknown() })), total: z.number().nullable() });

/**
 * The official SDK, unmodified, pointed at a server of ours. Its own types say `any` in most places, so its answers are
 * parsed here.
 */
export function sdk(baseUrl: string, apiKey: string) {
  const urls = { live: baseUrl, sandbox: baseUrl };
  const { customers } = RebillyAPI({ apiKey, sandbox: true, timeout: 6000, urls });
  return {
    getAll: async (query: Query = {}) => Collection.parse(await customers.getAll(query)),
    /** POST; the SDK's create with an id is a GET and a PUT. */
    create: async (data: Data) => Answer.parse(await customers.create({ data })),
    get: async (call: OperationCall<'getCustomer'>) => Answer.parse(await customers.get(call)),
    update: async (id: string, data: Data) => Answer.parse(await customers.update({ id, data })),
    merge: async (call: OperationCall<'deleteCustomer'>) => Answer.parse(await customers.merge(call)),
    getLeadSource: async (id: string) => Answer.parse(await customers.getLeadSource({ id })),
    createLeadSource: async (id: string, data: LeadSourceInput) =>
      Answer.parse(await customers.createLeadSource({ id, data })),
    deleteLeadSource: async (id: string) => Answer.parse(await customers.deleteLeadSource({ id })),
  };
}
