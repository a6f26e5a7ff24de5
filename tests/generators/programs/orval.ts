import axios from 'axios';

import {
  type Customer,
  getCustomer,
  getCustomerCollection,
  postCustomer,
  putCustomer,
  putCustomerLeadSource,
} from './generated/client';
import { finish, headers, server } from './setup';

axios.defaults.baseURL = server;
Object.assign(axios.defaults.headers.common, headers);

const { data: created } = await postCustomer({ primaryAddress: { firstName: 'Ada' } });
const { id } = created;
const { data: replaced } = await putCustomer(id, { locale: 'fr-FR', primaryAddress: null });
const { data: recorded } = await putCustomerLeadSource(id, { source: 'google' });
const { data: listed } = await getCustomerCollection({ limit: 1 });

const { data: customer }: { data: Customer } = await getCustomer(id);
const email: string | null | undefined = customer.email;
// @ts-expect-error it may be null
const text: string | undefined = customer.email;
// @ts-expect-error it may be absent
const fields: Record<string, unknown> = customer.customFields;
// @ts-expect-error a city is text
export const wrong = () => postCustomer({ primaryAddress: { city: 5 } });

finish({ id, locale: replaced.locale, source: recorded.source, listed: listed.length, email, text, fields });
