import type { JsonSchema, Variant } from '@customer-contracts/pact-files/internal';
import {
  type AnswerContent,
  type AnswerVariant,
  type Cell,
  contentOf,
  isCell,
  type Operation,
  operations,
  type ProviderState,
  providerStates,
  providerStateNames,
  stateNameOf,
} from '@customer-contracts/schemas';

import { type ApiDescription, type DocumentedBody, tableOfApi } from '../api/api-description.ts';
import type { TriedDocument } from '../api/tried-document.ts';
import { readerJsonSchema } from '../reader/reader-json-schema.ts';
import { checkCall } from './check-call.ts';
import { InteractionError } from './interaction-error.ts';
import type { InteractionPlan, PlannedState } from './interaction-plan.ts';

/** An interaction as each step of a contract test takes it: what was said, and what follows from it, found once. */
export interface ResolvedInteraction extends InteractionPlan {
  /** What says what the API answers and takes. */
  readonly api: ApiDescription;
  /** The same, where it is a document that the run is tried on. */
  readonly tried: TriedDocument | undefined;
  readonly cell: Cell;
  readonly status: number;
  readonly operation: Operation;
  /** What the answer holds. */
  readonly content: AnswerContent;
  /** What the API promises about the body, and about each element of a list; `undefined` where the answer has no body. */
  readonly documented: DocumentedBody | undefined;
  /** The JSON Schema of what is read; `undefined` where nothing is. */
  readonly reader: JsonSchema | undefined;
  /** The answers that the test runs against, as far as the API goes: the reader may refuse the bare one. */
  readonly variants: readonly PlannedVariant[];
  /** The answer in which every member is there: the reader is proven with it. */
  readonly complete: PlannedVariant;
  /** Whether the provider state decides how much of a resource comes, so that each variant is an interaction of its own. */
  readonly hasVariants: boolean;
}

/** One answer, and what brings it about. */
export interface PlannedVariant {
  readonly variant: Variant;
  /** The provider states of the catalogue, in order. */
  readonly states: readonly PlannedState[];
  /** The one of them that the answer comes from. */
  readonly state: PlannedState;
}

/** How many resources a list holds in a test. */
export const listSize = 2;

/**
 * Finds out what follows from what was said about an interaction.
 *
 * @throws {InteractionError} when the call can't be meant so, or the status is missing or not documented.
 * @throws {ReaderError} when the schema has no JSON Schema.
 */
export function resolveInteraction(said: InteractionPlan, tried: TriedDocument | undefined): ResolvedInteraction {
  const api = tried ?? tableOfApi;
  const cell = cellOf(said);
  const plan = { ...said, call: checkCall(said, api) };
  refuseByDocument(plan, tried);
  const content = contentOf(cell);
  const variants = variantsOf(plan, cell);
  const given = givenState(plan, cell);
  const inState = (variant: Variant): PlannedVariant => {
    const state = given ?? stateOf(plan, cell, content, variant);
    return { variant, states: given === undefined ? [state] : plan.given, state };
  };
  return {
    ...plan,
    api,
    tried,
    cell,
    status: Number(plan.status),
    operation: operations[plan.operationId],
    content,
    documented: api.bodyOf(cell),
    reader: plan.schema && readerJsonSchema(plan.schema),
    variants: (variants ?? [variantIn(given, content)]).map(inState),
    complete: inState('complete'),
    hasVariants: variants !== undefined,
  };
}

/** @throws {InteractionError} when the document that the run is tried on has no such answer, or refuses the request. */
function refuseByDocument({ operationId, status, call, credential }: InteractionPlan, tried?: TriedDocument): void {
  const problem = tried?.problemOf({ operationId, status: Number(status), call, credential });
  if (problem === undefined) return;
  const cell = `${operationId} ${status}`;
  throw new InteractionError(`Failed to run ${cell}: ${problem.received}. ${problem.advice}`, cell);
}

/** @throws {InteractionError} when PUT customer has not said its status, or the operation doesn't document it. */
function cellOf({ operationId, status }: InteractionPlan): Cell {
  const cell = `${operationId} ${status}`;
  if (isCell(cell)) return cell;
  const received = status === undefined ? 'no status' : `status ${status}, which the API does not document`;
  throw new InteractionError(
    `Failed to describe ${operationId}: ${received}. Say respondsWith with a documented status of it.`,
    operationId,
  );
}

/**
 * The variants of an answer whose provider state decides how much of a resource it has; `undefined` for any other. Without a
 * schema nothing is asked of the body, so one answer is enough; so it is where the caller has named the state.
 */
function variantsOf({ schema, given, status }: InteractionPlan, cell: Cell): readonly Variant[] | undefined {
  if (schema === undefined || given.length > 0 || status !== 200) return undefined;
  const brought = new Set(
    providerStateNames.flatMap((name) => {
      const { cells, variants = [] }: ProviderState = providerStates[name];
      return cells.includes(cell) ? variants : [];
    }),
  );
  const found = order.filter((variant) => brought.has(variant));
  return found.length === 0 ? undefined : found;
}

const order = ['complete', 'bare', 'empty'] as const satisfies readonly AnswerVariant[];

/** Of the states that the caller chose, the one that the answer comes from: the first that is known to bring it about. */
function givenState({ given }: InteractionPlan, cell: Cell): PlannedState | undefined {
  const brings = ({ name }: PlannedState) => providerStates[name].cells.some((each) => each === cell);
  return given.find(brings) ?? given[0];
}

/** The answer that a state of the caller's choice brings about. */
function variantIn(state: PlannedState | undefined, content: AnswerContent): Variant {
  if (state === undefined) return 'complete';
  const { variants = [] }: ProviderState = providerStates[state.name];
  const [only, another] = variants;
  // A state that leaves a list empty says nothing of the answers that are no list.
  if (only !== undefined && another === undefined && (only !== 'empty' || content.kind === 'list')) return only;
  return state.parameters['view'] === 'bare' ? 'bare' : 'complete';
}

/** The state of the catalogue that brings an answer about, with what the call says. */
function stateOf(plan: InteractionPlan, cell: Cell, content: AnswerContent, variant: Variant): PlannedState {
  // Only a list has an empty answer.
  const name = stateNameOf(cell, content.kind === 'list' ? variant : 'complete');
  const values: Readonly<Record<string, unknown>> = {
    ...plan.call,
    count: listSize,
    view: variant === 'bare' ? 'bare' : 'complete',
    members: variant === 'bare' ? undefined : declaredMembers(plan, content),
  };
  const named = Object.keys(providerStates[name].parameters.shape).filter((key) => values[key] !== undefined);
  return { name, parameters: Object.fromEntries(named.map((key) => [key, values[key]])) };
}

/** The organization's own fields, where it has declared some and customers that are there can have them. */
function declaredMembers({ identity, status }: InteractionPlan, content: AnswerContent): object | undefined {
  const { customFields } = identity;
  const isOfCustomers = (content.kind === 'one' || content.kind === 'list') && content.resource === 'customer';
  return status === 200 && isOfCustomers && Object.keys(customFields).length > 0 ? { customFields } : undefined;
}
