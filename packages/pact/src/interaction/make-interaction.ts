import { listedBy, type OperationId, type Status } from '@customer-contracts/schemas';

import { InteractionError } from '../plan/interaction-error.ts';
import type { InteractionPlan } from '../plan/interaction-plan.ts';
import { checkReader } from '../reader/check-reader.ts';
import type { ReaderSchema } from '../reader/reader-schema.ts';
import { asTestFunction } from './as-test-function.ts';
import {
  checkClosed,
  checkCredential,
  checkHeaders,
  checkMatchers,
  checkMember,
  checkOwnState,
  checkState,
  checkStatus,
  checkText,
  checkVariant,
} from './check-arguments.ts';
import type { Interaction, InteractionTest } from './interaction.ts';
import { runInteraction } from './run-interaction.ts';
import { unfinished } from './unfinished.ts';

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
  const { operationId, status, call, description, identity } = plan;
  const isList = listedBy(operationId) !== undefined;
  const name = status === undefined ? operationId : `${operationId} ${status}`;
  const described = { directory: identity.directory, name, said: [call, description] };
  const interaction = unfinished(described, (trace): Interaction<Id, S, Schema, Allowed> => {
    const next = <
      NextS extends Status<Id> = S,
      NextSchema extends ReaderSchema | undefined = Schema,
      NextAllowed extends string = Allowed,
    >(
      said: Partial<InteractionPlan>,
    ): Interaction<Id, NextS, NextSchema, NextAllowed> => {
      trace.done();
      return makeInteraction({ ...plan, ...said });
    };
    return {
      respondsWith: (answered) => next({ status: checkStatus(plan, answered) }),
      auth: (credential) => next({ credential: checkCredential(plan, credential) }),
      reads: (schema) => next({ schema: checkReader(schema, { operationId, isList }) }),
      readsHeaders: (...names) => next({ headers: [...new Set([...plan.headers, ...checkHeaders(plan, names)])] }),
      given: (state, parameters) => next({ given: [...plan.given, checkState(plan, state, parameters)] }),
      as: (own) => next({ description: checkText(plan, 'as', own) }),
      only: (only) => next({ only: checkVariant(plan, only) }),
      allow: (path, example) =>
        next({ allowed: new Map([...plan.allowed, [checkMember(plan, 'allow', path), example]]) }),
      closed: (path, reason) => next({ closed: new Map([...plan.closed, checkClosed(plan, path, reason)]) }),
      strict: () => next({ isStrict: true }),
      also: (state, parameters) => next({ ownStates: [...plan.ownStates, checkOwnState(plan, state, parameters)] }),
      matches: (path, ...matchers) =>
        next({ matchers: new Map([...plan.matchers, checkMatchers(plan, path, matchers)]) }),
      pending: () => next({ isPending: true }),
      comment: (text) => next({ comments: [...plan.comments, checkText(plan, 'comment', text)] }),
      testName: (testName) => next({ testName: checkText(plan, 'testName', testName) }),
      test: (run) => {
        trace.done();
        return asTestFunction(described, async (context) => {
          const test: unknown = run;
          if (!isTest(test)) {
            throw new InteractionError(
              `Failed to run ${operationId}: test takes a function. Hand it one.`,
              operationId,
            );
          }
          await runInteraction(plan, test, context);
        });
      },
    };
  });
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
