import * as z from 'zod';

const text = z.string().nullable();
const money = z.object({ currency: z.string(), amount: z.number() });
const labelled = z.object({ label: z.string(), value: z.string() });

/**
 * What the consumer of these benchmarks reads, as for a customer's page: 38 members. The less is read, the less plain
 * pact-js takes, because it rewrites the whole pact file for every interaction.
 */
export const Page = z.object({
  id: z.string(),
  organizationId: z.string(),
  email: text,
  firstName: text,
  lastName: text,
  locale: text,
  primaryAddress: z
    .object({
      organization: text,
      address: text,
      address2: text,
      city: text,
      region: text,
      country: text,
      postalCode: text,
      dob: text,
      jobTitle: text,
      emails: z.array(labelled),
      phoneNumbers: z.array(labelled),
    })
    .nullable(),
  company: z.object({ name: text, industry: text, country: text }).nullable(),
  averageValue: money,
  lifetimeRevenue: money,
  paymentCount: z.int(),
  lastPaymentTime: text,
  invoiceCount: z.int(),
  hasFulfilledKyc: z.boolean(),
  createdTime: z.string(),
  updatedTime: z.string(),
});
export type Page = z.infer<typeof Page>;

/** The consumer's client, as small as one can be: what is measured is the harness. */
export async function loadPage(baseUrl: string, apiKey: string, id: string): Promise<void> {
  const response = await fetch(`${baseUrl}/customers/${id}`, { headers: { 'REB-APIKEY': apiKey } });
  Page.parse(await response.json());
}

/** `it` of vitest and of jest. */
export type It = (name: string, test: (context?: unknown) => Promise<void>) => void;
