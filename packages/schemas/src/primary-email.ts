/** As much of a contact as says which e-mail address is the customer's. */
export interface ContactWithEmails {
  /** Its addresses, in order. */
  readonly emails?: readonly { readonly value: string; readonly primary?: boolean | undefined }[] | undefined;
}

/**
 * The e-mail address that the API makes a customer's `email` from its `primaryAddress`: the first primary one, else the
 * first; null where there is none (Rebilly OpenAPI 2026-08, Customer.email).
 */
export function primaryEmail(contact: ContactWithEmails | null | undefined): string | null {
  const emails = contact?.emails ?? [];
  return (emails.find(({ primary }) => primary) ?? emails[0])?.value ?? null;
}
