import type { CustomerInput } from '@customer-contracts/schemas';

/** What the form of a customer sends. */
export const customerBody = {
  primaryAddress: {
    firstName: 'Ada',
    lastName: 'Lovelace',
    country: 'GB',
    emails: [{ label: 'main', value: 'ada@example.com', primary: true }],
  },
  leadSource: { medium: 'cpc', source: 'google', campaign: 'spring' },
} satisfies CustomerInput;

/** What the API refuses: a country has two letters. */
export const invalidCustomerBody = { primaryAddress: { country: 'Great Britain' } } satisfies CustomerInput;
