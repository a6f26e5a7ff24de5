import type { Cell, OperationId, PathParameters } from './operation-types.ts';
import { operations } from './operations.ts';
import { type ResourceName, resources } from './resources.ts';
import { cellResponse } from './response-of.ts';

/** The names in a path template. */
type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** What the path of one resource is made from, by name. */
export type ResourcePathParameters<Name extends ResourceName> = Readonly<
  Record<NamesIn<(typeof resources)[Name]['path']>, string>
>;

/**
 * The path of a call, with its parameters encoded: `formatPath('getCustomer', { id: 'cus_01' })` is `/customers/cus_01`.
 * Parameters are not validated here.
 */
export function formatPath<Id extends OperationId>(operationId: Id, pathParameters: PathParameters<Id>): string {
  return filled(operations[operationId].path, pathParameters);
}

/** The path of one resource, likewise: `formatResourcePath('leadSource', { id: 'cus_01' })` is `/customers/cus_01/lead-source`. */
export function formatResourcePath<Name extends ResourceName>(
  resource: Name,
  parameters: ResourcePathParameters<Name>,
): string {
  return filled(resources[resource].path, parameters);
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
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
}
