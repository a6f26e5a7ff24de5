import { type Customer, formatResourcePath, type LeadSource } from '@customer-contracts/schemas';

/** The path of an organization's resource, as links and `Location` have it. */
export function pathIn(organizationId: string, path: string): string {
  return `/organizations/${encodeURIComponent(organizationId)}${path}`;
}

type CustomerLinks = NonNullable<Customer['_links']>;
type LeadSourceLinks = NonNullable<LeadSource['_links']>;

/** The links of a customer (api-facts 3.11). Their `href`s have no host, so that the file can be served under any. */
export function customerLinks(organizationId: string, customer: Customer): CustomerLinks {
  const { id, websiteId, defaultPaymentInstrument } = customer;
  return [
    { rel: 'self', href: pathIn(organizationId, formatResourcePath('customer', { id })) },
    { rel: 'leadSource', href: pathIn(organizationId, formatResourcePath('leadSource', { id })) },
    ...link('website', organizationId, '/websites', websiteId),
    ...link(
      'defaultPaymentInstrument',
      organizationId,
      '/payment-instruments',
      defaultPaymentInstrument?.paymentInstrumentId,
    ),
  ];
}

/** The links of a customer's lead source. */
export function leadSourceLinks(organizationId: string, id: string): LeadSourceLinks {
  return [
    { rel: 'self', href: pathIn(organizationId, formatResourcePath('leadSource', { id })) },
    { rel: 'customer', href: pathIn(organizationId, formatResourcePath('customer', { id })) },
  ];
}

function link(
  rel: 'website' | 'defaultPaymentInstrument',
  organizationId: string,
  collection: string,
  id: string | undefined,
): CustomerLinks {
  return id === undefined ? [] : [{ rel, href: pathIn(organizationId, `${collection}/${encodeURIComponent(id)}`) }];
}
