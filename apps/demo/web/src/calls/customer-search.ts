import { type FieldsOf, type FilterClause, formatFilter, type SortTerm } from '@customer-contracts/schemas';

/** What a team looks for. Everything in it, the API itself can answer; `undefined` and empty leave a condition out. */
export interface CustomerSearch {
  /** Words in names, addresses, phones and ids. */
  readonly q?: string | undefined;
  /** A lead has no invoice yet. */
  readonly kind?: 'lead' | 'customer' | undefined;
  /** ISO 3166-1, two capital letters. */
  readonly country?: string | undefined;
  /** The first day of creation, `YYYY-MM-DD` in UTC. */
  readonly from?: string | undefined;
  /** The last day of creation, `YYYY-MM-DD` in UTC. */
  readonly to?: string | undefined;
  /** A member to sort by; `-` before the name turns the order round. The newest first when absent. */
  readonly sort?: SortTerm | undefined;
}

/** The conditions in the API's own words. */
export function toQuery({ q = '', sort = '-createdTime', ...conditions }: CustomerSearch) {
  return { q, filter: formatFilter([...clauses(conditions)]), sort: [sort], expand: 'leadSource' };
}

function* clauses({ kind, country, from, to }: CustomerSearch): Generator<FilterClause> {
  if (kind === 'lead') yield { field: 'invoiceCount', terms: [{ kind: 'literal', negated: false, value: '0' }] };
  if (kind === 'customer') yield { field: 'invoiceCount', terms: [{ kind: 'range', negated: false, from: '1' }] };
  if (country) yield equal('primaryAddress.country', country);
  if (from || to) {
    const first = from ? { from: `${from}T00:00:00Z` } : {};
    const last = to ? { to: `${to}T23:59:59Z` } : {};
    yield { field: 'createdTime', terms: [{ kind: 'range', negated: false, ...first, ...last }] };
  }
}

/** The condition that a member has one value, without regard to case. */
export function equal(field: FieldsOf<'text'>, value: string): FilterClause {
  return { field, terms: [{ kind: 'literal', negated: false, value }] };
}
