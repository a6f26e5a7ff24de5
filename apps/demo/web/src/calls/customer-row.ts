import * as z from 'zod';

/** What a row of the table shows, and the chart counts. */
export const CustomerRow = z.object({
  id: z.string(),
  email: z.string().nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  primaryAddress: z.object({ city: z.string().nullish(), country: z.string().nullish() }).nullish(),
  invoiceCount: z.number().nullish(),
  lifetimeRevenue: z.object({ currency: z.string().nullish(), amount: z.number().nullish() }).nullish(),
  createdTime: z.string().nullish(),
  _embedded: z
    .object({ leadSource: z.object({ medium: z.string().nullish(), source: z.string().nullish() }).nullish() })
    .nullish(),
});
export type CustomerRow = z.infer<typeof CustomerRow>;
