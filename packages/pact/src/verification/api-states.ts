import type { CustomersClient } from '@customer-contracts/client';
import { isList, isRecord } from '@customer-contracts/pact-files/internal';
import {
  Customer,
  LeadSource,
  type ProviderStateName,
  providerStates,
  stateNameOfSentence,
  type CustomerView,
} from '@customer-contracts/schemas';
import type * as z from 'zod';

import { ApiOrganization } from './api-organization.ts';
import {
  checked,
  ourArranger,
  type StateArranger,
  type StateChange,
  type StateValues,
} from './provider-state-handlers.ts';
import { UnarrangeableStateError } from './unarrangeable-state-error.ts';

type Arrange = (
  organization: ApiOrganization,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<readonly string[]>;

/**
 * The states that the public API brings about. What is given back are the members that are not as the state says. A state
 * that isn't here, such as those of 403, 409 and 429, is one that nobody arranges there: no failure, and not verifiable.
 */
const arrangements: { readonly [Name in ProviderStateName]?: Arrange | 'nothing' } = {
  organizationReady: 'nothing',
  noCustomers: async (organization) => {
    if ((await organization.list()).length === 0) return [];
    throw new UnarrangeableStateError('The organization has customers, and the API can only merge them.');
  },
  customersExist: async (organization, parameters) => {
    const { count, view, members } = checked(providerStates.customersExist.parameters, parameters);
    for (let index = 0; index < count; index += 1)
      await organization.putCustomer(`customer-${index + 1}`, view, index, members);
    // Others may be there, too, and the consumer's own request decides which of them come.
    const own = Object.entries(await organization.customer('customer-1'));
    return (await organization.list()).flatMap((customer) => {
      const values = new Map<string, unknown>(Object.entries(customer));
      const less = own.filter(([name, value]) => !covers(values.get(name), value)).map(([name]) => name);
      return [...missingMembers(Customer, view, customer), ...less];
    });
  },
  customerExists: async (organization, parameters) => {
    const { id, view, members } = checked(providerStates.customerExists.parameters, parameters);
    await organization.putCustomer(id, view, 0, members);
    return missingMembers(Customer, view, await organization.customer(id));
  },
  customerDoesNotExist: async (organization, parameters) => {
    await organization.removeCustomer(checked(providerStates.customerDoesNotExist.parameters, parameters).id);
    return [];
  },
  duplicateCustomersExist: async (organization, parameters) => {
    const { id, targetCustomerId } = checked(providerStates.duplicateCustomersExist.parameters, parameters);
    await organization.putCustomer(id, 'complete');
    await organization.putCustomer(targetCustomerId, 'complete', 1);
    return [];
  },
  leadSourceExists: async (organization, parameters) => {
    const { id, view } = checked(providerStates.leadSourceExists.parameters, parameters);
    await organization.putCustomer(id, view);
    return missingMembers(LeadSource, view, await organization.putLeadSource(id, view));
  },
  leadSourceDoesNotExist: async (organization, parameters) => {
    const { id } = checked(providerStates.leadSourceDoesNotExist.parameters, parameters);
    await organization.putCustomer(id, 'complete');
    await organization.removeLeadSource(id);
    return [];
  },
  credentialsInvalid: 'nothing',
};

const unknownCredentials: StateValues = { apiKey: 'unknown', jwt: 'unknown', applicationJwt: 'unknown' };

/**
 * Brings states about through the public API alone, in an organization of a sandbox of your own: `states:
 * apiStates(client)`, with the client's key as `credentials: { apiKey }`. It writes customers with the ids of the
 * contract, and merges them into `customer-contracts-tombstone` where they must not exist.
 *
 * What the API lets nobody arrange (403, 409, 429, an empty organization that isn't, members that only the server
 * writes) is not verifiable: `isVerifiable` of such an interaction is false, and it fails nothing.
 */
export function apiStates(client: CustomersClient): StateArranger {
  return ourArranger('api', (change) => arrangeThroughApi(client, change));
}

/** Brings a state about with a client. @throws {UnarrangeableStateError} when nobody can. */
async function arrangeThroughApi(client: CustomersClient, change: StateChange): Promise<StateValues> {
  const { sentence, action, parameters, reportMissing } = change;
  if (action === 'teardown') return {};
  const name = stateNameOfSentence(sentence);
  if (name === undefined) throw new Error(`The catalogue of provider states has no "${sentence}".`);
  const arrange = arrangements[name];
  if (arrange === undefined) throw new UnarrangeableStateError('apiStates knows no way to it through the public API.');
  if (arrange !== 'nothing') reportMissing(await arrange(new ApiOrganization(client), parameters));
  return name === 'credentialsInvalid' ? { ...parameters, ...unknownCredentials } : parameters;
}

/** The members of a resource that are not as a view says: absent or null in a complete one, not null in a bare one. */
function missingMembers(
  { shape }: z.ZodObject<Readonly<Record<string, z.ZodType>>>,
  view: CustomerView,
  resource: object,
): readonly string[] {
  const values = new Map<string, unknown>(Object.entries(resource));
  const isAsSaid = ([name, schema]: readonly [string, z.ZodType]): boolean => {
    const value = values.get(name);
    if (view === 'complete') return value !== undefined && value !== null;
    return value === null || !schema.safeParse(null).success;
  };
  return Object.entries(shape)
    .filter((member) => !isAsSaid(member))
    .map(([name]) => name);
}

/** Whether a value has every member that a model has, at any depth, and null only where the model has null. */
function covers(value: unknown, model: unknown): boolean {
  if (model === undefined || model === null) return true;
  if (isList(model)) return isList(value) && value.every((element) => covers(element, model[0]));
  if (!isRecord(model)) return value !== undefined && value !== null;
  return isRecord(value) && Object.entries(model).every(([name, member]) => covers(value[name], member));
}
