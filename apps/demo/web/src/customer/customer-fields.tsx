import type { EditableCustomer } from '../calls/editable-customer.ts';
import { Field } from '../form/field.tsx';
import { CountryOptions } from '../parts/country-options.tsx';
import { usualMedia } from '../parts/medium-tone.ts';
import { ownIndex } from './customer-body.ts';

/** The fields of a customer; those of the lead source too where there is no customer yet. */
export function CustomerFields({ customer }: { readonly customer: EditableCustomer | undefined }) {
  const address = customer?.primaryAddress ?? {};
  const email = ownIndex(address.emails);
  const phone = ownIndex(address.phoneNumbers);
  return (
    <>
      <div class="fields">
        <Field name="primaryAddress.firstName" label="First name" value={address.firstName} autoFocus />
        <Field name="primaryAddress.lastName" label="Last name" value={address.lastName} />
        <Field
          name={`primaryAddress.emails.${email}.value`}
          label="E-mail"
          type="email"
          value={address.emails?.[email]?.value}
        />
        <Field
          name={`primaryAddress.phoneNumbers.${phone}.value`}
          label="Phone"
          type="tel"
          value={address.phoneNumbers?.[phone]?.value}
        />
        <Field name="primaryAddress.organization" label="Organization" value={address.organization} />
        <Field name="primaryAddress.jobTitle" label="Job title" value={address.jobTitle} />
      </div>
      <h3>Address</h3>
      <div class="fields">
        <Field name="primaryAddress.address" label="Street and number" value={address.address} />
        <Field name="primaryAddress.address2" label="Second line" value={address.address2} />
        <Field name="primaryAddress.postalCode" label="Postal code" value={address.postalCode} />
        <Field name="primaryAddress.city" label="City" value={address.city} />
        <Field name="primaryAddress.region" label="Region" value={address.region} />
        <Field name="primaryAddress.country" label="Country" value={address.country}>
          <option value="">None</option>
          <CountryOptions also={address.country ?? undefined} />
        </Field>
        <Field name="locale" label="Language" value={customer?.locale} hint="As a tag: fr-FR" />
      </div>
      {!customer && (
        <>
          <h3>Lead source</h3>
          <div class="fields">
            <Field name="leadSource.medium" label="Medium" suggestions={usualMedia} />
            <Field name="leadSource.source" label="Source" />
          </div>
        </>
      )}
    </>
  );
}
