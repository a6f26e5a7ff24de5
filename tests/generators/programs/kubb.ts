import { setConfig } from '@kubb/plugin-client/clients/axios';

import {
  type Customer,
  getCustomer,
  getCustomerCollection,
  postCustomer,
  putCustomer,
  putCustomerLeadSource,
} from './generated';
import { finish, headers, server } from './setup';

setConfig({ baseURL: server, headers });

const { id } = await postCustomer({ primaryAddress: { firstName: 'Ada' } });
const replaced = await putCustomer(id, { locale: 'fr-FR', primaryAddress: null });
const recorded = await putCustomerLeadSource(id, { source: 'google' });
const listed = await getCustomerCollection({ limit: 1 });

const customer: Customer = await getCustomer(id);
const email: string | null | undefined = customer.email;
// @ts-expect-error it may be null
const text: string | undefined = customer.email;
// @ts-expect-error it may be absent
const fields: Record<string, unknown> = customer.customFields;
// @ts-expect-error a city is text
export const wrong = () => postCustomer({ primaryAddress: { city: 5 } });

finish({ id, locale: replaced.locale, source: recorded.source, listed: listed.length, email, text, fields });
