import {
  type Customer,
  getCustomer,
  getCustomerCollection,
  postCustomer,
  putCustomer,
  putCustomerLeadSource,
} from './generated';
import { client } from './generated/client.gen';
import { finish, headers, server } from './setup';

client.setConfig({ baseUrl: server, headers });

const created = await postCustomer({ body: { primaryAddress: { firstName: 'Ada' } } });
const id = created.data?.id ?? '';
const path = { id };
const replaced = await putCustomer({ path, body: { locale: 'fr-FR', primaryAddress: null } });
const recorded = await putCustomerLeadSource({ path, body: { source: 'google' } });
const read = await getCustomer({ path });
const listed = await getCustomerCollection({ query: { limit: 1, sort: ['-createdTime'] } });

const customer: Customer = read.data ?? { id };
const email: string | null | undefined = customer.email;
// @ts-expect-error it may be null
const text: string | undefined = customer.email;
// @ts-expect-error it may be absent
const fields: Record<string, unknown> = customer.customFields;
// @ts-expect-error a city is text
export const wrong = () => postCustomer({ body: { primaryAddress: { city: 5 } } });

finish({
  id,
  locale: replaced.data?.locale,
  source: recorded.data?.source,
  listed: listed.data?.length,
  email,
  text,
  fields,
});
