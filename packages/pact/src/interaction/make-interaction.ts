import { listedBy, type OperationId, type Status } from '@customer-contracts/schemas';

import { InteractionError } from '../plan/interaction-error.ts';
import type { InteractionPlan } from '../plan/interaction-plan.ts';
import { checkReader } from '../reader/check-reader.ts';
import type { ReaderSchema } from '../reader/reader-schema.ts';
import { asTestFunction } from './as-test-function.ts';
import {
  checkCredential,
  checkMatchers,
  checkMember,
  checkOwnState,
  checkParameters,
  checkStateName,
  checkStatus,
  checkText,
  checkVariant,
} from './check-arguments.ts';
import type { Interaction, InteractionTest } from './interaction.ts';
import { runInteraction } from './run-interaction.ts';

const plans = new WeakMap<object, InteractionPlan>();

/** The interaction that a plan describes. */
export function makeInteraction<
  Id extends OperationId,
  S extends Status<Id>,
  Schema extends ReaderSchema | undefined = undefined,
  Allowed extends string = never,
>(plan: InteractionPlan): Interaction<Id, S, Schema, Allowed> {
  const { operationId } = plan;
  const isList = listedBy(operationId) !== undefined;
  const interaction: Interaction<Id, S, Schema, Allowed> = {
    respondsWith: (status) => makeInteraction({ ...plan, status: checkStatus(plan, status) }),
    auth: (kind) => makeInteraction({ ...plan, credential: checkCredential(plan, kind) }),
    reads: (schema) => makeInteraction({ ...plan, schema: checkReader(schema, { operationId, isList }) }),
    readsHeaders: (...names) => {
      const read = names.map((name) => checkText(plan, 'readsHeaders', name));
      return makeInteraction({ ...plan, headers: [...new Set([...plan.headers, ...read])] });
    },
    given: (name, parameters) => {
      const state = { name: checkStateName(plan, name), parameters: checkParameters(plan, 'given', parameters) };
      return makeInteraction({ ...plan, given: [...plan.given, state] });
    },
    as: (description) => makeInteraction({ ...plan, description: checkText(plan, 'as', description) }),
    only: (variant) => makeInteraction({ ...plan, only: checkVariant(plan, variant) }),
    allow: (path, example) => {
      const member = checkMember(plan, 'allow', path);
      return makeInteraction({ ...plan, allowed: new Map([...plan.allowed, [member, example]]) });
    },
    closed: (path, reason) => {
      const member = checkMember(plan, 'closed', path);
      return makeInteraction({
        ...plan,
        closed: new Map([...plan.closed, [member, checkText(plan, 'the reason of closed', reason)]]),
      });
    },
    strict: () => makeInteraction({ ...plan, isStrict: true }),
    also: (own, parameters) => {
      const state = { state: checkOwnState(plan, own), parameters: checkParameters(plan, 'also', parameters) };
      return makeInteraction({ ...plan, ownStates: [...plan.ownStates, state] });
    },
    matches: (path, ...matchers) => {
      const member = checkMember(plan, 'matches', path);
      return makeInteraction({
        ...plan,
        matchers: new Map([...plan.matchers, [member, checkMatchers(plan, matchers)]]),
      });
    },
    pending: () => makeInteraction({ ...plan, isPending: true }),
    comment: (text) => makeInteraction({ ...plan, comments: [...plan.comments, checkText(plan, 'comment', text)] }),
    testName: (name) => makeInteraction({ ...plan, testName: checkText(plan, 'testName', name) }),
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
