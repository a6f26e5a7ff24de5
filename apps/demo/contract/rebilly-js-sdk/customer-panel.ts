import * as z from 'zod';

/** What the panel of one customer shows. */
export const CustomerPanel = z.object({
  id: z.string(),
  email: z.string().nullable().optional(),
  firstName: z.string().nullable().optional(),
  lastName: z.string().nullable().optional(),
  primaryAddress: z
    .object({
      organization: z.string().nullable().optional(),
      city: z.string().nullable().optional(),
      country: z.string().nullable().optional(),
      phoneNumbers: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
    })
    .nullable()
    .optional(),
  lifetimeRevenue: z.object({ currency: z.string().optional(), amount: z.number().optional() }).optional(),
  tags: z.array(z.object({ name: z.string() })).optional(),
  updatedTime: z.string().optional(),
});
