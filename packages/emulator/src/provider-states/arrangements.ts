import { type ProviderState, providerStates, type ProviderStateName } from '@customer-contracts/schemas';
import type * as z from 'zod';

import { type BrokenRules, judge } from '../body/judge.ts';
import type { StateOrganization } from './state-organization.ts';

/** How a state comes about. */
export interface Arrangement {
  /** Sets the state up. @returns the rules that the parameters break, when nothing was done. */
  readonly setUp: (organization: StateOrganization, parameters: unknown) => BrokenRules | undefined;
  /** What the key of the state is good for: everything, nothing, or it isn't known at all. */
  readonly access: 'everything' | 'nothing' | 'unknown';
}

/** The arrangement of every state of the catalogue. */
export const arrangements: Readonly<Record<ProviderStateName, Arrangement>> = {
  organizationReady: inState(providerStates.organizationReady, () => {}),
  noCustomers: inState(providerStates.noCustomers, () => {}),
  customersExist: inState(providerStates.customersExist, (organization, { count, view, members }) => {
    for (let index = 0; index < count; index += 1)
      organization.addCustomer(`customer-${index + 1}`, view, { index, members });
  }),
  customerExists: inState(providerStates.customerExists, (organization, { id, view, members }) =>
    organization.addCustomer(id, view, { members }),
  ),
  customerDoesNotExist: inState(providerStates.customerDoesNotExist, () => {}),
  duplicateCustomersExist: inState(providerStates.duplicateCustomersExist, (organization, { id, targetCustomerId }) => {
    organization.addCustomer(id, 'complete');
    organization.addCustomer(targetCustomerId, 'complete', { index: 1 });
  }),
  leadSourceExists: inState(providerStates.leadSourceExists, (organization, { id, view, members }) => {
    organization.addCustomer(id, view, { members });
    organization.addLeadSource(id, view);
  }),
  leadSourceDoesNotExist: inState(providerStates.leadSourceDoesNotExist, (organization, { id }) => {
    organization.addCustomer(id, 'complete');
    organization.removeLeadSource(id);
  }),
  credentialsInvalid: inState(providerStates.credentialsInvalid, () => {}, 'unknown'),
  credentialsForbidden: inState(providerStates.credentialsForbidden, () => {}, 'nothing'),
  requestConflicts: inState(providerStates.requestConflicts, (organization) => organization.conflict()),
  allowanceUsedUp: inState(providerStates.allowanceUsedUp, (organization) => organization.useAllowanceUp()),
};

function inState<Parameters>(
  { parameters: schema }: ProviderState & { readonly parameters: z.ZodType<Parameters> },
  set: (organization: StateOrganization, parameters: Parameters) => void,
  access: Arrangement['access'] = 'everything',
): Arrangement {
  return {
    access,
    setUp: (organization, received) => {
      const { data, broken } = judge(schema, received);
      if (broken === undefined) set(organization, data);
      return broken;
    },
  };
}
