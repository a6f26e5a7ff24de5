import createClient from 'openapi-fetch';

import type { components, paths } from './generated/schema';
import { finish, headers, server } from './setup';

const client = createClient<paths>({ baseUrl: server, headers });

const created = await client.POST('/customers', { body: { primaryAddress: { firstName: 'Ada' } } });
const id = created.data?.id ?? '';
const path = { id };
const replaced = await client.PUT('/customers/{id}', {
  params: { path },
  body: { locale: 'fr-FR', primaryAddress: null },
});
const recorded = await client.PUT('/customers/{id}/lead-source', { params: { path }, body: { source: 'google' } });
const read = await client.GET('/customers/{id}', { params: { path } });
const listed = await client.GET('/customers', { params: { query: { limit: 1, sort: ['-createdTime'] } } });

const customer: components['schemas']['Customer'] = read.data ?? { id };
const email: string | null | undefined = customer.email;
// @ts-expect-error it may be null
const text: string | undefined = customer.email;
// @ts-expect-error it may be absent
const fields: Record<string, unknown> = customer.customFields;
// @ts-expect-error the API makes it
await client.POST('/customers', { body: { primaryAddress: { city: 5 } } });

finish({
  id,
  locale: replaced.data?.locale,
  source: recorded.data?.source,
  listed: listed.data?.length,
  email,
  text,
  fields,
});
