import { type Cell, providerStates, type ProviderStateName } from '@customer-contracts/schemas';

import { resourceOf } from './resource-of.ts';
import type { InteractionPlan, PlannedState } from './interaction-plan.ts';
import type { Variant } from '@customer-contracts/pact-files/internal';

/** How many customers a collection holds in a test. */
export const collectionSize = 2;

/** The state that brings an answer about: the one that was given, else the first of the catalogue that names the cell. */
export function providerStateOf(plan: InteractionPlan, variant: Variant): PlannedState {
  if (plan.state !== undefined) return plan.state;
  const name = stateNameOf(plan, variant);
  const values: Readonly<Record<string, unknown>> = {
    ...plan.call,
    count: collectionSize,
    view: variant === 'bare' ? 'bare' : 'complete',
    members: variant === 'bare' ? undefined : customFieldsOf(plan),
  };
  const known = Object.keys(providerStates[name].parameters.shape).filter((key) => values[key] !== undefined);
  return { name, parameters: Object.fromEntries(known.map((key) => [key, values[key]])) };
}

/** The organization's own fields, where it has declared some and an answer can have them. */
function customFieldsOf(plan: InteractionPlan): object | undefined {
  const { customFields } = plan.identity;
  const isCustomer = plan.status === 200 && resourceOf(plan).startsWith('customer');
  return isCustomer && Object.keys(customFields).length > 0 ? { customFields } : undefined;
}

function stateNameOf({ operationId, status }: InteractionPlan, variant: Variant): ProviderStateName {
  const cell = `${operationId} ${status}`;
  if (cell === 'getCustomerCollection 200') return variant === 'empty' ? 'noCustomers' : 'customersExist';
  return stateNames.find((name) => cellsOf(name).some((each) => each === cell)) ?? 'organizationReady';
}

function cellsOf(name: ProviderStateName): readonly Cell[] {
  return providerStates[name].cells;
}

/** The name of a state by its sentence; `undefined` for a sentence that the catalogue doesn't have. */
export function stateNameOfSentence(sentence: string): ProviderStateName | undefined {
  return stateNames.find((name) => providerStates[name].sentence === sentence);
}

const stateNames = Object.keys(providerStates).filter(isStateName);

function isStateName(name: string): name is ProviderStateName {
  return Object.hasOwn(providerStates, name);
}
