import { type ProviderState, providerStates, type ProviderStateName } from '@customer-contracts/schemas';
import type * as z from 'zod';

import type { Stage } from './stage.ts';

/** How a state comes about. */
export interface Arrangement {
  /** Sets the state up. @returns the error of parameters that break their schema, when nothing was done. */
  readonly arrange: (stage: Stage, parameters: unknown) => z.ZodError | undefined;
  /** What the key of the state is good for: everything, nothing, or it isn't known at all. */
  readonly access: 'everything' | 'nothing' | 'unknown';
}

/** The arrangement of every state of the catalogue. */
export const arrangements: Readonly<Record<ProviderStateName, Arrangement>> = {
  organizationReady: inState(providerStates.organizationReady, () => {}),
  noCustomers: inState(providerStates.noCustomers, () => {}),
  customersExist: inState(providerStates.customersExist, (stage, { count, view, members }) => {
    for (let index = 0; index < count; index += 1) stage.addCustomer(`customer-${index + 1}`, view, { index, members });
  }),
  customerExists: inState(providerStates.customerExists, (stage, { id, view, members }) =>
    stage.addCustomer(id, view, { members }),
  ),
  customerDoesNotExist: inState(providerStates.customerDoesNotExist, () => {}),
  duplicateCustomersExist: inState(providerStates.duplicateCustomersExist, (stage, { id, targetCustomerId }) => {
    stage.addCustomer(id, 'complete');
    stage.addCustomer(targetCustomerId, 'complete', { index: 1 });
  }),
  leadSourceExists: inState(providerStates.leadSourceExists, (stage, { id, view, members }) => {
    stage.addCustomer(id, view, { members });
    stage.addLeadSource(id, view);
  }),
  leadSourceDoesNotExist: inState(providerStates.leadSourceDoesNotExist, (stage, { id }) => {
    stage.addCustomer(id, 'complete');
    stage.removeLeadSource(id);
  }),
  credentialsInvalid: inState(providerStates.credentialsInvalid, () => {}, 'unknown'),
  credentialsForbidden: inState(providerStates.credentialsForbidden, () => {}, 'nothing'),
  requestConflicts: inState(providerStates.requestConflicts, (stage) => stage.conflict()),
  allowanceUsedUp: inState(providerStates.allowanceUsedUp, (stage) => stage.useAllowanceUp()),
};

function inState<Parameters>(
  { parameters: schema }: ProviderState & { readonly parameters: z.ZodType<Parameters> },
  set: (stage: Stage, parameters: Parameters) => void,
  access: Arrangement['access'] = 'everything',
): Arrangement {
  return {
    access,
    arrange: (stage, received) => {
      const { success, data, error } = schema.safeParse(received);
      if (!success) return error;
      set(stage, data);
      return undefined;
    },
  };
}
