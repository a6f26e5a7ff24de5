import type { Customer } from '../customer.ts';
import { encodeSegment } from '../encode-segment.ts';
import { formatPath } from '../format-path.ts';
import type { LeadSource } from '../lead-source.ts';
import type { Unset } from './unset.ts';

/** The path of a resource in its organization: `/organizations/demo/customers/cus_01`. */
export function organizationPath(organizationId: string, path: string): string {
  return `/organizations/${encodeSegment(organizationId)}${path}`;
}

/**
 * The links of a customer: itself, its lead source, and the website and payment instrument that it has. Their `href`s are
 * paths without a host, so that a customer can be stored and served under any.
 *
 * Source: Rebilly OpenAPI 2026-08, Customer._links; that `href` is a path is this project's decision.
 */
export function customerLinks(
  organizationId: string,
  { id, websiteId, defaultPaymentInstrument }: Unset<Pick<Customer, 'id' | 'websiteId' | 'defaultPaymentInstrument'>>,
): NonNullable<Customer['_links']> {
  const link = <Relation extends string>(rel: Relation, path: string) => ({
    rel,
    href: organizationPath(organizationId, path),
  });
  const instrumentId = defaultPaymentInstrument?.paymentInstrumentId;
  return [
    link('self', formatPath('getCustomer', { id })),
    link('leadSource', formatPath('getCustomerLeadSource', { id })),
    ...(websiteId == null ? [] : [link('website', `/websites/${encodeSegment(websiteId)}`)]),
    ...(instrumentId == null
      ? []
      : [link('defaultPaymentInstrument', `/payment-instruments/${encodeSegment(instrumentId)}`)]),
  ];
}

/** The links of the lead source of the customer with this id: itself, and the customer. Paths without a host, too. */
export function leadSourceLinks(organizationId: string, id: string): NonNullable<LeadSource['_links']> {
  return [
    { rel: 'self', href: organizationPath(organizationId, formatPath('getCustomerLeadSource', { id })) },
    { rel: 'customer', href: organizationPath(organizationId, formatPath('getCustomer', { id })) },
  ];
}
