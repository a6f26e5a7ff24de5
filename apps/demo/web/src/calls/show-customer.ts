import type { CallOptions, CustomersClient } from '@customer-contracts/client';
import * as z from 'zod';

const Labelled = z.object({ label: z.string().nullish(), value: z.string().nullish() });
const Money = z.object({ currency: z.string().nullish(), amount: z.number().nullish() });

/** What the panel of a customer shows. */
export const CustomerCard = z.object({
  id: z.string(),
  email: z.string().nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  primaryAddress: z
    .object({
      organization: z.string().nullish(),
      jobTitle: z.string().nullish(),
      address: z.string().nullish(),
      address2: z.string().nullish(),
      city: z.string().nullish(),
      region: z.string().nullish(),
      postalCode: z.string().nullish(),
      country: z.string().nullish(),
      emails: z.array(Labelled).nullish(),
      phoneNumbers: z.array(Labelled).nullish(),
    })
    .nullish(),
  locale: z.string().nullish(),
  tags: z.array(z.object({ name: z.string().nullish() })).nullish(),
  invoiceCount: z.number().nullish(),
  paymentCount: z.number().nullish(),
  lastPaymentTime: z.string().nullish(),
  lifetimeRevenue: Money.nullish(),
  averageValue: Money.nullish(),
  createdTime: z.string().nullish(),
  updatedTime: z.string().nullish(),
});
export type CustomerCard = z.infer<typeof CustomerCard>;

/** The customer that a panel is opened for. */
export async function showCustomer(
  client: CustomersClient,
  { id }: { readonly id: string },
  options?: CallOptions,
): Promise<CustomerCard> {
  const { body } = await client.getCustomer({ id }, options);
  return CustomerCard.parse(body);
}
