import { type OperationId, operations, resources } from '@customer-contracts/schemas';
import * as z from 'zod';

import { unwrapped, writablePart } from '../body/writable-part.ts';

/** A part of a request that the API doesn't read. */
export interface IgnoredPart {
  readonly in: 'body' | 'query';
  /** The parameter, or the path of the member: `primaryAddress.hash`. */
  readonly name: string;
  /** The API alone writes it; it knows no such thing; it has read another one of the same name. */
  readonly reason: 'read-only' | 'unknown' | 'repeated';
}

/** How many parts are named; a body of 1 MB can have a hundred thousand. */
const mostNamed = 100;

/** What of a request to an operation is not read: the first hundred, those of the query first. */
export function ignoredParts(operationId: OperationId, query: URLSearchParams, body: unknown): readonly IgnoredPart[] {
  return [...ignoredParameters(operationId, query), ...ignoredMembers(operationId, body)].slice(0, mostNamed);
}

/** What whoever is answered with a customer may ask for, whether or not the table says so of the operation. */
const representation = operations.getCustomer.query.shape;

function ignoredParameters(operationId: OperationId, query: URLSearchParams): IgnoredPart[] {
  const { query: documented, takes } = operations[operationId];
  const known = { ...documented.shape, ...(takes === 'customer' && representation) };
  const seen = new Set<string>();
  return [...query.keys()].flatMap((name): IgnoredPart[] => {
    const isRepeated = seen.has(name);
    seen.add(name);
    const isKnown = Object.hasOwn(known, name);
    if (isKnown === isRepeated) return [{ in: 'query', name, reason: isKnown ? 'repeated' : 'unknown' }];
    return [];
  });
}

/** What the body has, and the part of it that is read hasn't. */
function ignoredMembers(operationId: OperationId, body: unknown): IgnoredPart[] {
  const { body: schema, takes } = operations[operationId];
  if (schema === undefined || takes === undefined || body === undefined) return [];
  const { schema: answered } = resources[takes];
  return lostPaths(body, writablePart(schema, body)).map((path) => ({
    in: 'body',
    name: path.join('.'),
    reason: hasMember(answered, path) ? 'read-only' : 'unknown',
  }));
}

function lostPaths(value: unknown, read: unknown): string[][] {
  if (typeof value !== 'object' || value === null || value === read) return [];
  const left = new Map(typeof read === 'object' && read !== null ? Object.entries(read) : []);
  return Object.entries(value).flatMap(([name, member]) =>
    left.has(name) ? lostPaths(member, left.get(name)).map((path) => [name, ...path]) : [[name]],
  );
}

/** Whether there is such a member; the places of a list are all alike. */
function hasMember(schema: z.ZodType, path: readonly string[]): boolean {
  let at: z.ZodType | undefined = schema;
  for (const name of path) at = at === undefined ? undefined : memberOf(unwrapped(at), name);
  return at !== undefined;
}

function memberOf(schema: z.ZodType, name: string): z.ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element instanceof z.ZodType ? schema.element : undefined;
  if (!(schema instanceof z.ZodObject)) return undefined;
  const shape: Readonly<Record<string, unknown>> = schema.shape;
  const member = Object.hasOwn(shape, name) ? shape[name] : undefined;
  if (member instanceof z.ZodType) return member;
  // A resource that is written with another one is answered elsewhere.
  return Object.entries(resources).find(([resource]) => resource === name)?.[1].schema;
}
