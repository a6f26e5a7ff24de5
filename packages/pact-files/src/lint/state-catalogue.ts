import type { ProviderState } from '@customer-contracts/schemas';
import { nearest } from '@customer-contracts/schemas/internal';
import { type Plain, providerStates } from '@customer-contracts/schemas/plain';

import type { InteractionState } from '../document/pact-document.ts';

const catalogue: ReadonlyMap<string, Plain<ProviderState>> = new Map(
  Object.values(providerStates).map((state) => [state.sentence, state]),
);

/** Whether the catalogue has a provider state of this name. */
export function isCatalogued(name: string): boolean {
  return catalogue.has(name);
}

/** The provider state of this name in the catalogue. */
export function catalogued(name: string): Plain<ProviderState> | undefined {
  return catalogue.get(name);
}

/** The name of the catalogue that this one nearly is. */
export function nearlyCatalogued(name: string): string | undefined {
  return nearest(name, [...catalogue.keys()]);
}

/** Whether one of these states says anything: without a name, none does. */
export function saysAnything(states: readonly InteractionState[]): boolean {
  return states.some(({ name }) => name.trim() !== '');
}
