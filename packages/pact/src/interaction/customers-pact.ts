import {
  operationIds,
  type OperationCall,
  type OperationId,
  type Status,
  statusesOf,
} from '@customer-contracts/schemas';

import type { InteractionPlan } from '../plan/interaction-plan.ts';
import type { CustomersPactOptions, PactIdentity } from '../plan/pact-identity.ts';
import { resolveIdentity } from '../plan/pact-identity.ts';
import { checkCallObject } from './check-arguments.ts';
import type { Flow, FlowPart } from './flow-types.ts';
import { makeFlow } from './flow.ts';
import type { DefaultStatus } from './interaction-types.ts';
import type { Interaction } from './interaction.ts';
import type { InvalidInteractionStart } from './invalid-interaction.ts';
import { makeInteraction } from './make-interaction.ts';

/** The operations, each as the start of an interaction; and flows of several. */
export type CustomersPact = InteractionStarts & {
  /**
   * Several interactions on one mock server: `pact.flow(read, write).test(...)`. In the pact each stands on its own.
   */
  flow<const Parts extends readonly FlowPart[]>(...parts: Parts): Flow<Parts>;
};

/** A method for each operation: it takes the call, and starts an interaction. */
export type InteractionStarts = {
  readonly [Id in OperationId]: InteractionStart<Id> & (422 extends Status<Id> ? InvalidInteractionStart<Id> : unknown);
};

type InteractionStart<Id extends OperationId> = (
  ...call: Partial<OperationCall<Id>> extends OperationCall<Id> ? [call?: OperationCall<Id>] : [call: OperationCall<Id>]
) => Interaction<Id, DefaultStatus<Id>>;

/**
 * The contract of one consumer with the Customers API.
 *
 * ```ts
 * const pact = customersPact({ consumer: 'billing-web' });
 * const Summary = z.object({ id: z.string(), email: z.email().nullable() });
 *
 * it('shows the customer', pact.getCustomer({ id: 'cus_01' }).reads(Summary)
 *   .test(async ({ baseUrl, apiKey, example }) => {
 *     expect(await loadCustomer(baseUrl, apiKey, 'cus_01')).toEqual(example);
 *   }));
 * ```
 */
export function customersPact(options: CustomersPactOptions): CustomersPact {
  const identity = resolveIdentity(options);
  const methods: Record<string, unknown> = {};
  for (const operationId of operationIds) {
    methods[operationId] = (call: unknown = {}) =>
      makeInteraction(startPlan(identity, operationId, checkCallObject(operationId, call)));
  }
  if (!isInteractionStarts(methods)) throw new TypeError('The table of operations has changed while it was read.');
  return { ...methods, flow: (...parts) => makeFlow(identity, parts) };
}

/** One method for each entry of the table of operations: what the type says, entry by entry. */
function isInteractionStarts(methods: object): methods is InteractionStarts {
  return operationIds.every((operationId) => operationId in methods);
}

/** An interaction of which nothing is said but the call. */
export function startPlan(
  identity: PactIdentity,
  operationId: OperationId,
  call: InteractionPlan['call'],
): InteractionPlan {
  const successes = statusesOf(operationId).filter((status) => status < 300);
  return {
    identity,
    operationId,
    call,
    status: successes.length === 1 ? successes[0] : undefined,
    credential: 'apiKey',
    schema: undefined,
    headers: [],
    given: [],
    ownStates: [],
    description: undefined,
    only: undefined,
    allowed: new Map(),
    closed: new Map(),
    isStrict: false,
    matchers: new Map(),
    isPending: false,
    comments: [],
    testName: undefined,
  };
}
