import {
  matchOperation,
  type Operation,
  type OperationId,
  type OperationResponse,
  operations,
  type Cell,
  isCell,
} from '@customer-contracts/schemas';

import type { HttpInteraction, PactDocument } from '../document/pact-document.ts';
import { canonicalJson } from '../json/json-value.ts';

/** An interaction beside what the API's table of operations says about it. */
export interface DocumentedInteraction extends HttpInteraction {
  /** The operation that it calls; `undefined` where the API has none such. */
  readonly operation: (Operation & { readonly id: OperationId }) | undefined;
  /** The path parameters, decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  /** What the API documents for the status; `undefined` where it documents none. */
  readonly answer: OperationResponse | undefined;
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
  const asked = groupBy(interactions, ({ request }) => request.path, questionOf);
  return interactions.map((interaction) => ({
    ...interaction,
    ...documented(interaction),
    namesakes: named(interaction),
    askedTheSame: asked(interaction),
  }));
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
  const operation: Operation = operations[operationId];
  return { operation: { ...operation, id: operationId }, pathParameters, answer: operation.responses[response.status] };
}

/** What tells whether two interactions ask the same: the request, whoever wrote its headers, and the states. */
function questionOf({ states, request: { method, path, query, headers, body } }: HttpInteraction): string {
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return canonicalJson([states, method, path, query, Object.fromEntries(lowered), body ?? null]);
}

/** Groups by a key that is easy to tell, and by an exact one where several share it. */
function groupBy<Each>(
  all: readonly Each[],
  roughKey: (each: Each) => string,
  exactKey: (each: Each) => string,
): (each: Each) => readonly Each[] {
  const groups = new Map<Each, readonly Each[]>();
  for (const rough of Map.groupBy(all, roughKey).values()) {
    const exact = rough.length === 1 ? [rough] : Map.groupBy(rough, exactKey).values();
    for (const group of exact) for (const each of group) groups.set(each, group);
  }
  return (each) => groups.get(each) ?? [];
}

/** The documented answer that an interaction is about; `undefined` where the API documents no such request or status. */
export function cellOfInteraction({ request, response }: HttpInteraction): Cell | undefined {
  const match = matchOperation(request.method, request.path);
  if (match === undefined || !('operationId' in match)) return undefined;
  const cell = `${match.operationId} ${response.status}`;
  return isCell(cell) ? cell : undefined;
}
