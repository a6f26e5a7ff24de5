import type { CustomersClient } from '@customer-contracts/client';
import { Customer, LeadSource, type ProviderStateName, providerStates } from '@customer-contracts/schemas';

import { stateNameOfSentence } from '../plan/provider-state.ts';
import { ApiStage } from './api-stage.ts';
import { covers } from './covers.ts';
import { missingMembers } from './missing-members.ts';
import type { StateArranger, StateChange, StateValues } from './provider-state-handlers.ts';
import { UnarrangeableStateError } from './unarrangeable-state-error.ts';

type Arrange = (stage: ApiStage, parameters: Readonly<Record<string, unknown>>) => Promise<readonly string[]>;

/** Each state, through the public API. What is given back are the members that are not as the state says. */
const arrangements: Readonly<Record<ProviderStateName, Arrange | 'nobody' | 'nothing'>> = {
  organizationReady: 'nothing',
  noCustomers: async (stage) => {
    if ((await stage.list()).length === 0) return [];
    throw new UnarrangeableStateError('The organization has customers, and the API can only merge them.');
  },
  customersExist: async (stage, parameters) => {
    const { count, view, members } = providerStates.customersExist.parameters.parse(parameters);
    for (let index = 0; index < count; index += 1)
      await stage.putCustomer(`customer-${index + 1}`, view, index, members);
    // Others may be there, too, and the consumer's own request decides which of them come.
    const own = Object.entries(await stage.customer('customer-1'));
    return (await stage.list()).flatMap((customer) => {
      const values = new Map<string, unknown>(Object.entries(customer));
      const less = own.filter(([name, value]) => !covers(values.get(name), value)).map(([name]) => name);
      return [...missingMembers(Customer, view, customer), ...less];
    });
  },
  customerExists: async (stage, parameters) => {
    const { id, view, members } = providerStates.customerExists.parameters.parse(parameters);
    await stage.putCustomer(id, view, 0, members);
    return missingMembers(Customer, view, await stage.customer(id));
  },
  customerDoesNotExist: async (stage, parameters) => {
    await stage.removeCustomer(providerStates.customerDoesNotExist.parameters.parse(parameters).id);
    return [];
  },
  duplicateCustomersExist: async (stage, parameters) => {
    const { id, targetCustomerId } = providerStates.duplicateCustomersExist.parameters.parse(parameters);
    await stage.putCustomer(id, 'complete');
    await stage.putCustomer(targetCustomerId, 'complete', 1);
    return [];
  },
  leadSourceExists: async (stage, parameters) => {
    const { id, view } = providerStates.leadSourceExists.parameters.parse(parameters);
    await stage.putCustomer(id, view);
    return missingMembers(LeadSource, view, await stage.putLeadSource(id, view));
  },
  leadSourceDoesNotExist: async (stage, parameters) => {
    const { id } = providerStates.leadSourceDoesNotExist.parameters.parse(parameters);
    await stage.putCustomer(id, 'complete');
    await stage.removeLeadSource(id);
    return [];
  },
  credentialsInvalid: 'nothing',
  credentialsForbidden: 'nobody',
  requestConflicts: 'nobody',
  allowanceUsedUp: 'nobody',
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
  return (change) => arrangeThroughApi(client, change);
}

/** Brings a state about with a client. @throws {UnarrangeableStateError} when nobody can. */
async function arrangeThroughApi(client: CustomersClient, change: StateChange): Promise<StateValues> {
  const { sentence, action, parameters, reportMissing } = change;
  if (action === 'teardown') return {};
  const name = stateNameOfSentence(sentence);
  if (name === undefined) throw new Error(`The catalogue of provider states has no "${sentence}".`);
  const arrange = arrangements[name];
  if (arrange === 'nobody') throw new UnarrangeableStateError('Nobody can do that through the public API.');
  if (arrange !== 'nothing') reportMissing(await arrange(new ApiStage(client), parameters));
  return name === 'credentialsInvalid' ? { ...parameters, ...unknownCredentials } : parameters;
}
