import type { ContactEmail, CustomerInput } from '@customer-contracts/schemas';

import type { EditableCustomer } from '../calls/editable-customer.ts';
import type { FieldValues } from '../form/api-form.tsx';

/** What a list of addresses or numbers has in it. */
type Labelled = Pick<ContactEmail, 'label' | 'value'> & { readonly primary?: boolean | undefined };

/**
 * The body that a form makes: what was read with what its fields say, and everything else as it was. An empty field is
 * null, and an e-mail address or a phone number that was emptied goes from its list.
 */
export function customerBody(fields: FieldValues, customer?: EditableCustomer): CustomerInput {
  const { id: _id, revision: _revision, updatedTime: _updated, primaryAddress, ...rest } = customer ?? { id: '' };
  const text = (name: string) => fields.get(`primaryAddress.${name}`) ?? null;
  const medium = fields.get('leadSource.medium');
  const source = fields.get('leadSource.source');
  return {
    ...rest,
    locale: fields.get('locale') ?? null,
    ...((medium ?? source) && { leadSource: { medium, source } }),
    primaryAddress: {
      ...primaryAddress,
      firstName: text('firstName'),
      lastName: text('lastName'),
      organization: text('organization'),
      jobTitle: text('jobTitle'),
      address: text('address'),
      address2: text('address2'),
      city: text('city'),
      region: text('region'),
      postalCode: text('postalCode'),
      country: text('country'),
      emails: changed(fields, 'emails', primaryAddress?.emails),
      phoneNumbers: changed(fields, 'phoneNumbers', primaryAddress?.phoneNumbers),
    },
  };
}

/** Where in its list the one is that counts as the customer's own: the first primary one, else the first. */
export function ownIndex(list: readonly Labelled[] | undefined): number {
  return Math.max(0, list?.findIndex(({ primary }) => primary === true) ?? 0);
}

function changed(
  fields: FieldValues,
  name: 'emails' | 'phoneNumbers',
  list: readonly Labelled[] | undefined,
): Labelled[] | undefined {
  const index = ownIndex(list);
  const value = fields.get(`primaryAddress.${name}.${index}.value`);
  if (value === undefined) return list?.toSpliced(index, 1);
  return (list ?? []).toSpliced(index, 1, { label: 'main', primary: true, ...list?.[index], value });
}
