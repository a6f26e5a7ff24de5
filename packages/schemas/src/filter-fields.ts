/** How the values of a field compare; `custom` where only the value itself says it. */
export type FieldType = 'text' | 'number' | 'boolean' | 'date' | 'date-time' | 'custom';

/**
 * The members of a customer that a filter can name, dots leading into objects and lists, each with how its values compare.
 * No document lists them: they are all that hold one value (Rebilly's docs; docs/api-decisions.md#filter). Custom fields come beside them.
 */
export const filterFields = {
  id: 'text',
  email: 'text',
  firstName: 'text',
  lastName: 'text',
  websiteId: 'text',
  preferredPayoutInstrumentId: 'text',
  locale: 'text',
  personId: 'text',
  notificationEmails: 'text',
  'primaryAddress.firstName': 'text',
  'primaryAddress.lastName': 'text',
  'primaryAddress.organization': 'text',
  'primaryAddress.address': 'text',
  'primaryAddress.address2': 'text',
  'primaryAddress.city': 'text',
  'primaryAddress.region': 'text',
  'primaryAddress.country': 'text',
  'primaryAddress.postalCode': 'text',
  'primaryAddress.dob': 'date',
  'primaryAddress.jobTitle': 'text',
  'primaryAddress.phoneNumbers.label': 'text',
  'primaryAddress.phoneNumbers.value': 'text',
  'primaryAddress.phoneNumbers.primary': 'boolean',
  'primaryAddress.emails.label': 'text',
  'primaryAddress.emails.value': 'text',
  'primaryAddress.emails.primary': 'boolean',
  'primaryAddress.hash': 'text',
  'taxNumbers.type': 'text',
  'taxNumbers.value': 'text',
  'taxNumbers.isDefault': 'boolean',
  'taxNumbers.isValid': 'boolean',
  'defaultPaymentInstrument.method': 'text',
  'defaultPaymentInstrument.paymentInstrumentId': 'text',
  'company.name': 'text',
  'company.domain': 'text',
  'company.yearFounded': 'number',
  'company.industry': 'text',
  'company.employeesCount': 'number',
  'company.country': 'text',
  'company.locality': 'text',
  'averageValue.currency': 'text',
  'averageValue.amount': 'number',
  'averageValue.amountUsd': 'number',
  paymentCount: 'number',
  lastPaymentTime: 'date-time',
  'lifetimeRevenue.currency': 'text',
  'lifetimeRevenue.amount': 'number',
  'lifetimeRevenue.amountUsd': 'number',
  invoiceCount: 'number',
  'tags.id': 'text',
  'tags.name': 'text',
  'tags.type': 'text',
  'tags.createdTime': 'date-time',
  'tags.updatedTime': 'date-time',
  revision: 'number',
  hasFulfilledKyc: 'boolean',
  organizationId: 'text',
  createdTime: 'date-time',
  updatedTime: 'date-time',
} as const satisfies Record<string, FieldType>;

type OwnField = keyof typeof filterFields;

/** Other names of fields, from Rebilly's old guide and from other people's code (docs/api-decisions.md#filter). */
export const fieldAliases = {
  'primaryAddress.*.email': 'primaryAddress.emails.value',
  'primaryAddress.emails': 'primaryAddress.emails.value',
  'primaryAddress.phoneNumbers': 'primaryAddress.phoneNumbers.value',
  tags: 'tags.name',
  averageValue: 'averageValue.amount',
  lifetimeRevenue: 'lifetimeRevenue.amount',
} as const satisfies Record<string, OwnField>;

type Alias = keyof typeof fieldAliases;

/** What a list can be sorted by: what the API's document marks, and what that of 2020 listed (docs/api-decisions.md#sort). */
export const sortFields = [
  'id',
  'email',
  'lastName',
  'websiteId',
  'createdTime',
  'updatedTime',
  'paymentCount',
  'lastPaymentTime',
  'invoiceCount',
  'averageValue',
  'averageValue.amount',
  'averageValue.currency',
  'lifetimeRevenue',
  'lifetimeRevenue.amount',
  'lifetimeRevenue.currency',
] as const satisfies readonly (OwnField | Alias)[];

/** The organization's own fields, which no document knows: any name behind this. */
const customPrefix = 'customFields.';

/** The name of a field that a filter can have. */
export type FilterField = OwnField | Alias | `customFields.${string}`;

/** The name of a member that lists can be sorted by. */
export type SortField = (typeof sortFields)[number];

/** A member to sort by; `-` before the name turns the order round. */
export type SortTerm = SortField | `-${SortField}`;

/** The names whose values compare in one way. */
export type FieldsOf<Type extends FieldType> =
  | { [Name in OwnField]: (typeof filterFields)[Name] extends Type ? Name : never }[OwnField]
  | { [Name in Alias]: (typeof filterFields)[(typeof fieldAliases)[Name]] extends Type ? Name : never }[Alias]
  | ('custom' extends Type ? `customFields.${string}` : never);

/** A field of a filter: the name of the member that it leads to, which is no alias, and how its values compare. */
export interface Field {
  readonly name: string;
  /** How its values compare. */
  readonly type: FieldType;
}

/** The field with a name, in any spelling; `undefined` where there is none. */
export function fieldNamed(name: string): Field | undefined {
  if (name.startsWith(customPrefix)) return { name, type: 'custom' };
  const own = isAlias(name) ? fieldAliases[name] : name;
  return isOwnField(own) ? { name: own, type: filterFields[own] } : undefined;
}

/** Whether lists can be sorted by a member. */
export function isSortField(name: string): name is SortField {
  return sortFields.some((each) => each === name);
}

/** All names that a filter can have, apart from custom fields. */
export const filterFieldNames: readonly string[] = [...Object.keys(filterFields), ...Object.keys(fieldAliases)];

function isOwnField(name: string): name is OwnField {
  return Object.hasOwn(filterFields, name);
}

function isAlias(name: string): name is Alias {
  return Object.hasOwn(fieldAliases, name);
}
