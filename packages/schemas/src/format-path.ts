import { operations } from './operations.ts';
import type { OperationId, PathParameters } from './operation-types.ts';

/**
 * The path of a call, with its parameters encoded: `formatPath('getCustomer', { id: 'cus_01' })` is `/customers/cus_01`.
 * Parameters are not validated here.
 */
export function formatPath<Id extends OperationId>(operationId: Id, pathParameters: PathParameters<Id>): string {
  const values = new Map<string, unknown>(Object.entries(pathParameters));
  return operations[operationId].path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(values.get(name))),
  );
}
