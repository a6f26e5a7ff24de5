import { type LeadSource, leadSourceLinks } from '@customer-contracts/schemas';

/** A lead source in two texts. The links of nearly all are the same, and most are their own original: neither is stored. */
export interface StoredLeadSource {
  /** The JSON text of it without the original. */
  readonly body: string;
  /** The JSON text of the original; empty where it is equal to the body, null where there is none. */
  readonly original: string | null;
}

/** Stands for the links in what is stored: JSON text has no control characters. */
const usualLinks = '\u0001';

/** How the lead source of a customer is stored. */
export function storedLeadSource(
  organizationId: string,
  customerId: string,
  { original, ...leadSource }: LeadSource,
): StoredLeadSource {
  const links = linksText(organizationId, customerId);
  const stored = (value: unknown) => JSON.stringify(value).replace(links, usualLinks);
  const body = stored(leadSource);
  if (original === undefined) return { body, original: null };
  const text = stored(original);
  return { body, original: text === body ? '' : text };
}

/** The JSON text of the whole. */
export function leadSourceText(
  organizationId: string,
  customerId: string,
  { body, original }: StoredLeadSource,
): string {
  const comma = body === '{}' ? '' : ',';
  const whole =
    original === null ? body : `${body.slice(0, -1)}${comma}"original":${original === '' ? body : original}}`;
  return whole.replaceAll(usualLinks, () => linksText(organizationId, customerId));
}

function linksText(organizationId: string, customerId: string): string {
  return JSON.stringify(leadSourceLinks(organizationId, customerId));
}
