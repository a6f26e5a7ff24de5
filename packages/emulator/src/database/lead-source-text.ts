import type { LeadSource } from '@customer-contracts/schemas';

/** A lead source in two texts: most are their own original, which is then not stored twice. */
export interface StoredLeadSource {
  /** The JSON text of it without the original. */
  readonly body: string;
  /** The JSON text of the original; empty where it is equal to the body, null where there is none. */
  readonly original: string | null;
}

export function storedLeadSource({ original, ...leadSource }: LeadSource): StoredLeadSource {
  const body = JSON.stringify(leadSource);
  if (original === undefined) return { body, original: null };
  const text = JSON.stringify(original);
  return { body, original: text === body ? '' : text };
}

/** The JSON text of the whole. */
export function textOf({ body, original }: StoredLeadSource): string {
  if (original === null) return body;
  const comma = body === '{}' ? '' : ',';
  return `${body.slice(0, -1)}${comma}"original":${original === '' ? body : original}}`;
}
