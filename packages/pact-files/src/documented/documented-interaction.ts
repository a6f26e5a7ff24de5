import type { Cell, Operation, OperationId, OperationResponse } from '@customer-contracts/schemas';
import { isCell, matchOperation, operationIds, operations, type Plain } from '@customer-contracts/schemas/plain';

import type { HttpInteraction, PactDocument } from '../document/pact-document.ts';
import { canonicalJson } from '../json/json-value.ts';

/** An interaction beside what the API's table of operations says about it. */
export interface DocumentedInteraction extends HttpInteraction {
  /** The operation that it calls; `undefined` where the API has none such. */
  readonly operation: (Plain<Operation> & { readonly id: OperationId }) | undefined;
  /** The path parameters, decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  /** What the API documents for the status; `undefined` where it documents none. */
  readonly answer: Plain<OperationResponse> | undefined;
  /** Those of the pact, this one among them, that have its description and states. */
  readonly namesakes: readonly HttpInteraction[];
  /** Those of the pact, this one among them, that send its request in its states. */
  readonly askedTheSame: readonly HttpInteraction[];
}

/** The interactions of a pact, each beside what the API says about it. */
export function documentedInteractions({ interactions }: PactDocument): readonly DocumentedInteraction[] {
  const named = groupBy(
    interactions,
    ({ description }) => description,
    ({ states }) => canonicalJson(states),
  );
  const asked = groupBy(
    interactions,
    ({ request: { path } }) => path,
    ({ states, request: { method } }) => canonicalJson([method, states]),
    questionOf,
  );
  return interactions.map((interaction) => {
    const { operation, pathParameters, answer } = documented(interaction);
    const namesakes = named(interaction);
    return { ...interaction, operation, pathParameters, answer, namesakes, askedTheSame: asked(interaction) };
  });
}

function documented({
  request,
  response,
}: HttpInteraction): Pick<DocumentedInteraction, 'operation' | 'pathParameters' | 'answer'> {
  // A query in the path belongs elsewhere, and is no part of an id.
  const match = request.path.includes('?') ? undefined : matchOperation(request.method, request.path);
  if (match === undefined || !('operationId' in match))
    return { operation: undefined, pathParameters: {}, answer: undefined };
  const { operationId, pathParameters } = match;
  const operation = withIds.get(operationId);
  return { operation, pathParameters, answer: operation?.responses[response.status] };
}

const withIds = new Map(operationIds.map((id) => [id, { ...operations[id], id }]));

/** What tells whether two interactions of one method, path and states ask the same, whoever wrote the names of the headers. */
function questionOf({ request: { query, headers, body } }: HttpInteraction): string {
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return canonicalJson([query, Object.fromEntries(lowered), body ?? null]);
}

/** Groups by keys, the one that is easiest to tell first; by the others only what shares that one. */
function groupBy<Each>(
  all: readonly Each[],
  ...keys: readonly ((each: Each) => string)[]
): (each: Each) => readonly Each[] {
  const groupOf = new Map<Each, readonly Each[]>();
  const split = (group: readonly Each[], depth: number): void => {
    const key = group.length === 1 ? undefined : keys[depth];
    if (key === undefined) for (const each of group) groupOf.set(each, group);
    else for (const finer of Map.groupBy(group, key).values()) split(finer, depth + 1);
  };
  split(all, 0);
  return (each) => groupOf.get(each) ?? [];
}

/** The documented answer that an interaction is about; `undefined` where the API documents no such request or status. */
export function cellOfInteraction({ request, response }: HttpInteraction): Cell | undefined {
  const match = matchOperation(request.method, request.path);
  if (match === undefined || !('operationId' in match)) return undefined;
  const cell = `${match.operationId} ${response.status}`;
  return isCell(cell) ? cell : undefined;
}
