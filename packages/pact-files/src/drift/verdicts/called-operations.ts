import type { PactDocument } from '../../document/pact-document.ts';
import { allValues, pathText } from '../../document/values-at.ts';
import { type DocumentedInteraction, documentedInteractions } from '../../documented/documented-interaction.ts';
import { canonicalJson } from '../../json/json-value.ts';

/** An interaction that calls an operation of the table, and what tells it from the consumer's others. */
export interface OperationCall extends DocumentedInteraction {
  /** The operation's name in the table. */
  readonly operationId: string;
  /** The request as text, without its states and headers. The ids of a path are names, and any other would do. */
  readonly question: string;
  /** The provider states as text. */
  readonly given: string;
  /** The places of the members that the example of the answer has: `[].tags[].name`. */
  readonly reads: ReadonlySet<string>;
}

/** What a consumer calls, by operation. */
export interface ConsumerCalls {
  readonly consumer: string;
  readonly calls: ReadonlyMap<string, readonly OperationCall[]>;
}

const known = new WeakMap<PactDocument, ConsumerCalls>();

/** The interactions of a pact by the operation that they call; those of other endpoints are none. Found out once: `whatIf` asks for each change. */
export function consumerCalls(pact: PactDocument): ConsumerCalls {
  const calls = known.get(pact) ?? callsOf(pact);
  known.set(pact, calls);
  return calls;
}

function callsOf(pact: PactDocument): ConsumerCalls {
  const calls = documentedInteractions(pact).flatMap((interaction): readonly OperationCall[] => {
    const { operation, request, response, states } = interaction;
    if (operation === undefined) return [];
    const question = canonicalJson([request.query, request.body ?? null]);
    const values = response.body === undefined ? [] : allValues(response.body);
    const reads = new Set(values.map(({ path }) => pathText(path).replaceAll(/\[\d+\]/g, '[]')));
    return [{ ...interaction, operationId: operation.id, question, given: canonicalJson(states), reads }];
  });
  return { consumer: pact.consumer, calls: Map.groupBy(calls, ({ operationId }) => operationId) };
}

/**
 * The interactions that may get another answer to the same request: their provider states are others. Where the harness wrote
 * both, they are variants of one test. By hand, one that reads a member that this one doesn't is another reader, and says
 * nothing about this one, unless it reads what changes (`member`), too.
 */
export function alternativesTo(
  call: OperationCall,
  calls: readonly OperationCall[],
  member: string,
): readonly OperationCall[] {
  return calls.filter(
    (other) =>
      other.response.status === call.response.status &&
      other.question === call.question &&
      other.given !== call.given &&
      isSameReader(call, other, member),
  );
}

function isSameReader(call: OperationCall, other: OperationCall, member: string): boolean {
  if (call.variant !== undefined && other.variant !== undefined) return testOf(call) === testOf(other);
  return other.reads.has(member) || [...other.reads].every((each) => call.reads.has(each));
}

/** The description without the variant in it. */
function testOf({ description, variant }: OperationCall): string {
  return description.replace(`, ${variant}`, '');
}
