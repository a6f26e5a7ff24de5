import { type ProviderState, providerStates } from '@customer-contracts/schemas';
import { nearest } from '@customer-contracts/schemas/internal';

const catalogue: ReadonlyMap<string, ProviderState> = new Map(
  Object.values<ProviderState>(providerStates).map((state) => [state.sentence, state]),
);

/** Whether the catalogue has a provider state of this name. */
export function isCatalogued(name: string): boolean {
  return catalogue.has(name);
}

/** The provider state of this name in the catalogue. */
export function catalogued(name: string): ProviderState | undefined {
  return catalogue.get(name);
}

/** The name of the catalogue that this one nearly is. */
export function nearlyCatalogued(name: string): string | undefined {
  return nearest(name, [...catalogue.keys()]);
}
