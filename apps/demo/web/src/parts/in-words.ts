import { regionNames } from './countries.ts';

// One language, the page's own, and one time zone, the API's: the same everywhere, and the filters by day fit.
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const count = new Intl.NumberFormat('en-GB');

/** A day as `8 Mar 2026`; what can't be read, as it is. */
export function dayInWords(time: string | null | undefined): string | undefined {
  if (!time) return undefined;
  const moment = Date.parse(time);
  return Number.isNaN(moment) ? time : day.format(moment);
}

/** A moment as `8 Mar 2026, 12:57 UTC`; what can't be read, as it is. */
export function momentInWords(time: string): string {
  const moment = Date.parse(time);
  return Number.isNaN(moment) ? time : `${minute.format(moment)} UTC`;
}

/** What a customer has brought in; nothing of who was never sent an invoice, whatever zero the API answers. */
export function revenueInWords(customer: {
  readonly invoiceCount?: number | null | undefined;
  readonly lifetimeRevenue?: Parameters<typeof moneyInWords>[0];
}): string | undefined {
  return customer.invoiceCount ? moneyInWords(customer.lifetimeRevenue) : undefined;
}

/** An amount with its currency, as `€1,234.50`. */
export function moneyInWords(
  money:
    | { readonly amount?: number | null | undefined; readonly currency?: string | null | undefined }
    | null
    | undefined,
): string | undefined {
  if (typeof money?.amount !== 'number') return undefined;
  const { amount, currency } = money;
  // A code of other than three letters would throw.
  if (!currency || !/^[A-Za-z]{3}$/.test(currency)) return count.format(amount);
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount);
}

/** A number with its thousands apart. */
export function countInWords(number: number): string {
  return count.format(number);
}

/** First and last name; the e-mail address of who has none, or the id. */
export function nameInWords(customer: {
  readonly id: string;
  readonly email?: string | null | undefined;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
}): string {
  const { id, email, firstName, lastName } = customer;
  return [firstName, lastName].filter(Boolean).join(' ') || email || id;
}

/** City and country, as `Leeds, United Kingdom`. */
export function placeInWords(
  address:
    | { readonly city?: string | null | undefined; readonly country?: string | null | undefined }
    | null
    | undefined,
): string | undefined {
  const country = address?.country && (regionNames.get(address.country) ?? address.country);
  return [address?.city, country].filter(Boolean).join(', ') || undefined;
}
