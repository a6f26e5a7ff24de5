import { isObject } from '../body/writable-part.ts';
import type { CustomerStore } from '../database/customer-store.ts';

/** Which members and which related resources an answer has: `fields` and `expand` of the query. */
export interface Selection {
  /** Names of members; `undefined` for all of them. */
  readonly fields: ReadonlySet<string> | undefined;
  /** Names of related resources; `undefined` for an answer without `_embedded`. */
  readonly expand: ReadonlySet<string> | undefined;
}

/** Reads `fields` and `expand`. Empty ones count as absent (docs/api-decisions.md#q38). */
export function selectionOf(query: URLSearchParams): Selection {
  return { fields: names(query.get('fields')), expand: names(query.get('expand')) };
}

function names(list: string | null): ReadonlySet<string> | undefined {
  return list ? new Set(list.split(',').map((name) => name.trim())) : undefined;
}

/**
 * The customer's JSON text with the members and related resources that were asked for; as it is stored when nothing was.
 * `id` always comes along, `_links` and `_embedded` only if named, and unknown names are ignored
 * (docs/api-decisions.md#fields).
 */
export function represent(
  store: CustomerStore,
  organizationId: string,
  stored: string,
  { fields, expand }: Selection,
): string {
  if (fields === undefined && expand === undefined) return stored;
  const customer: unknown = JSON.parse(stored);
  if (!isObject(customer)) return stored;
  const answer =
    expand === undefined ? customer : { ...customer, _embedded: related(store, organizationId, customer, expand) };
  if (fields === undefined) return JSON.stringify(answer);
  return JSON.stringify(
    Object.fromEntries(Object.entries(answer).filter(([name]) => name === 'id' || fields.has(name))),
  );
}

function related(
  store: CustomerStore,
  organizationId: string,
  { id, websiteId, defaultPaymentInstrument }: Record<string, unknown>,
  expand: ReadonlySet<string>,
): Record<string, unknown> {
  const embedded: Record<string, unknown> = {};
  const kept = store.embedded(organizationId, String(id));
  if (expand.has('leadSource')) {
    const leadSource = store.leadSourceText(organizationId, String(id));
    if (leadSource !== undefined) embedded['leadSource'] = JSON.parse(leadSource);
  }
  if (expand.has('website') && typeof websiteId === 'string') {
    embedded['website'] = kept.website ?? { id: websiteId };
  }
  if (expand.has('defaultPaymentInstrument') && isObject(defaultPaymentInstrument)) {
    embedded['defaultPaymentInstrument'] = kept.defaultPaymentInstrument ?? {
      id: defaultPaymentInstrument['paymentInstrumentId'],
      method: defaultPaymentInstrument['method'],
    };
  }
  return embedded;
}
