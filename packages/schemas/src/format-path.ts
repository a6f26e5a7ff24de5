import { encodeSegment } from './encode-segment.ts';
import type { Cell, OperationId, PathParameters } from './operation-types.ts';
import { operations } from './operations.ts';
import { resources } from './resources.ts';
import { cellResponse } from './response-of.ts';

/**
 * The path of a call, with its parameters encoded: `formatPath('getCustomer', { id: 'cus_01' })` is `/customers/cus_01`.
 * Parameters are not validated here.
 */
export function formatPath<Id extends OperationId>(operationId: Id, pathParameters: PathParameters<Id>): string {
  return filled(operations[operationId].path, pathParameters);
}

/**
 * The path that `Location` has in a documented answer: that of the resource which the answer holds, from its parameters by
 * name. `undefined` where the answer documents no `Location`.
 */
export function formatLocation(cell: Cell, parameters: Readonly<Record<string, string>>): string | undefined {
  const { content, headers } = cellResponse(cell);
  if (!Object.hasOwn(headers, 'Location')) return undefined;
  switch (content.kind) {
    case 'one':
      return filled(resources[content.resource].path, parameters);
    case 'list':
    case 'problem':
    case 'none':
      return undefined;
    default:
      return content satisfies never;
  }
}

function filled(template: string, parameters: object): string {
  const values = new Map<string, unknown>(Object.entries(parameters));
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeSegment(String(values.get(name))));
}
