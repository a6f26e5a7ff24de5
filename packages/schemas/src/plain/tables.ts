import type { OperationId } from '../operation-types.ts';
import { type Operation, operations as operationTable } from '../operations.ts';
import { type ProviderState, type ProviderStateName, providerStates as stateTable } from '../provider-states.ts';
import { type Resource, type ResourceName, resources as resourceTable } from '../resources.ts';
import { type Plain, plain } from './plain.ts';

export { parametersOfRequest } from '../provider-states.ts';

// One file, because what has one schema is one shape in all of them.

/** The table of operations, as plain data. */
export const operations: Readonly<Record<OperationId, Plain<Operation>>> =
  plain<Record<OperationId, Operation>>(operationTable);

/** The provider states, as plain data. */
export const providerStates: Readonly<Record<ProviderStateName, Plain<ProviderState>>> =
  plain<Record<ProviderStateName, ProviderState>>(stateTable);

/** The resources, as plain data. */
export const resources: Readonly<Record<ResourceName, Plain<Resource>>> =
  plain<Record<ResourceName, Resource>>(resourceTable);
