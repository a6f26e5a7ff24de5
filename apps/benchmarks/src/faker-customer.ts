import type { Customer } from '@customer-contracts/schemas';
import { faker } from '@faker-js/faker/locale/en';
import { Factory } from 'fishery';

const api = 'https://api.example.com';

/** A customer with the leaves of ours, as a team would write it with faker alone. */
export function fakerCustomer(): Customer {
  const id = `cus_${faker.string.alphanumeric({ length: 26, casing: 'upper' })}`;
  const organizationId = `org_${faker.string.alphanumeric({ length: 26, casing: 'upper' })}`;
  const self = `${api}/organizations/${organizationId}/customers/${id}`;
  const firstName = faker.person.firstName();
  const lastName = faker.person.lastName();
  const organization = faker.company.name();
  const city = faker.location.city();
  const email = faker.internet.exampleEmail({ firstName, lastName });
  const created = faker.date.past({ years: 3, refDate: '2026-01-01T00:00:00Z' });
  return {
    id,
    email,
    firstName,
    lastName,
    websiteId: `web_${faker.string.alphanumeric({ length: 26, casing: 'upper' })}`,
    preferredPayoutInstrumentId: null,
    customFields: {},
    locale: faker.helpers.arrayElement(['en-US', 'en-GB']),
    personId: `prs_${faker.string.alphanumeric({ length: 26, casing: 'upper' })}`,
    primaryAddress: {
      firstName,
      lastName,
      organization,
      address: faker.location.streetAddress(),
      address2: faker.helpers.maybe(() => faker.location.secondaryAddress()) ?? null,
      city,
      region: faker.location.state(),
      country: 'US',
      postalCode: faker.location.zipCode(),
      dob: faker.date.birthdate().toISOString().slice(0, 10),
      jobTitle: faker.person.jobTitle(),
      emails: [
        { label: 'main', value: email, primary: true },
        { label: 'work', value: faker.internet.exampleEmail({ firstName, lastName }), primary: false },
      ],
      phoneNumbers: [{ label: 'main', value: faker.phone.number(), primary: true }],
      hash: faker.string.hexadecimal({ length: 40, casing: 'lower', prefix: '' }),
    },
    taxNumbers: [{ type: 'other', value: faker.string.numeric(9), isDefault: true, isValid: null }],
    defaultPaymentInstrument: null,
    company: {
      name: organization,
      domain: faker.internet.domainName(),
      yearFounded: faker.number.int({ min: 1950, max: 2020 }),
      industry: faker.commerce.department(),
      employeesCount: faker.number.int({ min: 1, max: 5000 }),
      country: 'US',
      locality: city,
      _links: [{ rel: 'linkedin', href: faker.internet.url() }],
    },
    averageValue: money(),
    paymentCount: faker.number.int({ max: 20 }),
    lastPaymentTime: faker.date.recent({ refDate: created }).toISOString(),
    lifetimeRevenue: money(),
    invoiceCount: faker.number.int({ max: 20 }),
    tags: [],
    revision: faker.number.int({ max: 20 }),
    hasFulfilledKyc: faker.datatype.boolean(),
    organizationId,
    createdTime: created.toISOString(),
    updatedTime: faker.date.between({ from: created, to: '2026-01-01T00:00:00Z' }).toISOString(),
    _links: [
      { rel: 'self', href: self },
      { rel: 'leadSource', href: `${self}/lead-source` },
      { rel: 'website', href: `${api}/organizations/${organizationId}/websites` },
    ],
  };
}

function money() {
  const amount = faker.number.float({ max: 500, fractionDigits: 2 });
  return { currency: 'USD', amount, amountUsd: amount };
}

const factory = Factory.define<Customer>(({ sequence, params }) => ({
  ...fakerCustomer(),
  id: params.id ?? `cus_${sequence}`,
}));

/** The same by way of fishery, at its fastest: no trait, no association, no override. */
export function fisheryCustomer(): Customer {
  return factory.build();
}
