import type { CallOptions, CustomersClient } from '@customer-contracts/client';
import * as z from 'zod';

const Labelled = z.object({ label: z.string(), value: z.string(), primary: z.boolean().optional() });

/**
 * Everything of a customer that a writer may set. A PUT replaces: what it leaves out is reset, so an edit reads all of
 * this, changes what the form shows and sends all of it back. By `revision` an edit knows whether somebody else has saved
 * since, which `updatedTime` says to people.
 */
export const EditableCustomer = z.object({
  id: z.string(),
  revision: z.number().nullish(),
  updatedTime: z.string().nullish(),
  websiteId: z.string().optional(),
  preferredPayoutInstrumentId: z.string().nullable().optional(),
  customFields: z.record(z.string(), z.unknown()).optional(),
  locale: z.string().nullable().optional(),
  personId: z.string().nullable().optional(),
  notificationEmails: z.array(z.string()).optional(),
  primaryAddress: z
    .object({
      firstName: z.string().nullable().optional(),
      lastName: z.string().nullable().optional(),
      organization: z.string().nullable().optional(),
      address: z.string().nullable().optional(),
      address2: z.string().nullable().optional(),
      city: z.string().nullable().optional(),
      region: z.string().nullable().optional(),
      country: z.string().nullable().optional(),
      postalCode: z.string().nullable().optional(),
      dob: z.string().nullable().optional(),
      jobTitle: z.string().nullable().optional(),
      phoneNumbers: z.array(Labelled).optional(),
      emails: z.array(Labelled).optional(),
    })
    .nullable()
    .optional(),
  taxNumbers: z
    .array(z.object({ type: z.enum(['eu-vat', 'other']), value: z.string(), isDefault: z.boolean().optional() }))
    .nullable()
    .optional(),
});
export type EditableCustomer = z.infer<typeof EditableCustomer>;

/** What an edit of a customer begins with. */
export async function readEditableCustomer(
  client: CustomersClient,
  { id }: { readonly id: string },
  options?: CallOptions,
): Promise<EditableCustomer> {
  const { body } = await client.getCustomer({ id }, options);
  return EditableCustomer.parse(body);
}
