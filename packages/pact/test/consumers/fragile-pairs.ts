import type { CustomersPact } from '@customer-contracts/pact';
import * as z from 'zod';

import { type Careless, clients, type FragileConsumer, id, type Load, makes } from './small-consumer.ts';

const text = z.string().nullable();

/** Eleven members of two levels that may be null. */
export const Eleven = z.object({
  id: z.string(),
  email: text,
  firstName: text,
  lastName: text,
  locale: text,
  lastPaymentTime: text,
  primaryAddress: z.object({ organization: text, address: text, city: text, country: text, jobTitle: text }).nullable(),
});
type Eleven = z.infer<typeof Eleven>;

/** What a customer that has all of them is shown by. */
export const elevenOf = (pact: CustomersPact) => pact.getCustomer({ id }).reads(Eleven).only('complete');

/** One that fails only where two members are null at once. */
function pair(
  name: string,
  [one, other]: readonly [string, string],
  load: Load,
  code: (customer: Careless<Eleven>) => unknown,
): FragileConsumer {
  return {
    name,
    fault: { kind: 'tolerance', changes: [`${one} may be null`, `${other} may be null`] },
    test: makes(
      elevenOf,
      load,
      (customer) => {
        code(customer);
        return customer;
      },
      (example) => example,
    ),
  };
}

/** Consumers that stand that either of two members is null, and not that both are. */
export const fragilePairs: readonly FragileConsumer[] = [
  pair('greets by one name or the other', ['firstName', 'lastName'], clients.fetch, ({ firstName, lastName }) =>
    (firstName ?? lastName).trim(),
  ),
  pair('calls who has no name by the e-mail', ['email', 'firstName'], clients.axios, ({ email, firstName }) =>
    (firstName ?? email.split('@')[0])?.trim(),
  ),
  pair(
    'looks for a city where there is no e-mail',
    ['email', 'primaryAddress'],
    clients.ky,
    ({ email, primaryAddress }) => (email === null ? primaryAddress.city : email),
  ),
  pair('takes the country for a locale', ['locale', 'primaryAddress.country'], clients.ours, (customer) => {
    const { locale, primaryAddress } = customer;
    return primaryAddress === null ? locale : (locale ?? primaryAddress.country).slice(0, 2);
  }),
  pair('shows a place', ['primaryAddress.city', 'primaryAddress.country'], clients.sdk, ({ primaryAddress }) =>
    primaryAddress === null ? '' : (primaryAddress.city ?? primaryAddress.country).toUpperCase(),
  ),
  pair(
    'sorts by the last name, or by the organization',
    ['lastName', 'primaryAddress.organization'],
    clients.fetch,
    (customer) => {
      const { lastName, primaryAddress } = customer;
      return primaryAddress === null ? '' : (lastName ?? primaryAddress.organization).localeCompare('m');
    },
  ),
  pair(
    'writes an envelope',
    ['primaryAddress.organization', 'primaryAddress.address'],
    clients.axios,
    ({ primaryAddress }) => {
      if (primaryAddress === null) return [];
      const { organization, address } = primaryAddress;
      if (organization === null && address === null) throw new Error('nothing to write on the envelope');
      return [organization, address];
    },
  ),
  pair('says how to address a customer', ['firstName', 'primaryAddress.jobTitle'], clients.ky, (customer) => {
    const { firstName, primaryAddress } = customer;
    return primaryAddress === null ? firstName : [firstName ?? primaryAddress.jobTitle.toLowerCase()];
  }),
  pair('tells customers from leads', ['email', 'lastPaymentTime'], clients.ours, ({ lastPaymentTime, email }) =>
    lastPaymentTime === null ? `lead ${email.length}` : 'customer',
  ),
  pair('sends a reminder', ['locale', 'lastPaymentTime'], clients.sdk, ({ locale, lastPaymentTime }) => {
    const language = locale === null ? lastPaymentTime.slice(0, 4) : locale.slice(0, 2);
    return language;
  }),
];
