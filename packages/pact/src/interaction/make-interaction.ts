import type { OperationId, Status } from '@customer-contracts/schemas';

import { InteractionError } from '../plan/interaction-error.ts';
import type { InteractionPlan } from '../plan/interaction-plan.ts';
import type { ReaderSchema } from '../reader/reader-schema.ts';
import { asTestFunction } from './as-test-function.ts';
import type { Interaction, InteractionTest } from './interaction.ts';
import { runInteraction } from './run-interaction.ts';

const key: unique symbol = Symbol.for('@customer-contracts/pact/plans');
const place: typeof globalThis & { [key]?: WeakMap<object, InteractionPlan> } = globalThis;

/** One for all copies of this package in a process: a flow of the CommonJS copy takes interactions of the other. */
const plans = (place[key] ??= new WeakMap());

/** The interaction that a plan describes. */
export function makeInteraction<
  Id extends OperationId,
  S extends Status<Id>,
  Schema extends ReaderSchema | undefined = undefined,
  Allowed extends string = never,
>(plan: InteractionPlan): Interaction<Id, S, Schema, Allowed> {
  const interaction: Interaction<Id, S, Schema, Allowed> = {
    respondsWith: (status) => makeInteraction({ ...plan, status: Number(status) }),
    auth: (credential) => makeInteraction({ ...plan, credential }),
    reads: (schema) => makeInteraction({ ...plan, schema }),
    readsHeaders: (...names) => makeInteraction({ ...plan, headers: [...new Set([...plan.headers, ...names])] }),
    given: (name, parameters) =>
      makeInteraction({ ...plan, given: [...plan.given, { name, parameters: { ...parameters } }] }),
    as: (description) => makeInteraction({ ...plan, description }),
    only: (only) => makeInteraction({ ...plan, only }),
    allow: (path, example) => makeInteraction({ ...plan, allowed: new Map([...plan.allowed, [path, example]]) }),
    strict: () => makeInteraction({ ...plan, isStrict: true }),
    also: (state, parameters) =>
      makeInteraction({ ...plan, ownStates: [...plan.ownStates, { state, parameters: { ...parameters } }] }),
    matches: (path, ...matchers) =>
      makeInteraction({ ...plan, matchers: new Map([...plan.matchers, [path, matchers]]) }),
    pending: () => makeInteraction({ ...plan, isPending: true }),
    comment: (text) => makeInteraction({ ...plan, comments: [...plan.comments, text] }),
    testName: (testName) => makeInteraction({ ...plan, testName }),
    test: (run) =>
      asTestFunction(async (context) => {
        const test: unknown = run;
        if (!isTest(test)) {
          throw new InteractionError(
            `Failed to run ${plan.operationId}: test takes a function. Hand it one.`,
            plan.operationId,
          );
        }
        await runInteraction(plan, test, context);
      }),
  };
  plans.set(interaction, plan);
  return interaction;
}

/** What was said about an interaction. */
export function planOf(interaction: object): InteractionPlan {
  const plan = plans.get(interaction);
  if (plan !== undefined) return plan;
  throw new InteractionError(
    'Failed to run a flow: it got something else. Hand in interactions of customersPact.',
    'flow',
  );
}

function isTest(run: unknown): run is (test: InteractionTest<unknown, unknown>) => unknown {
  return typeof run === 'function';
}
