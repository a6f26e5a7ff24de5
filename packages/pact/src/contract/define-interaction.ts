import { providerStates } from '@customer-contracts/schemas';

import { answerHeaders } from '../answer/answer-headers.ts';
import { promiseOf } from '../plan/promised-body.ts';
import { bodyContract, listContract, type BodyContract } from './body-contract.ts';
import { all } from './matching-rule.ts';
import { overrideRules } from './override-rules.ts';
import type { JsonSchema, Variant } from '@customer-contracts/pact-files/internal';
import { readerJsonSchema } from '../reader/reader-json-schema.ts';
import { readMembers } from './read-members.ts';
import { cellOf } from '../plan/cell-of.ts';
import { defineRequest } from './define-request.ts';
import { describeInteraction } from './describe-interaction.ts';
import type { InteractionDefinition } from './interaction-definition.ts';
import { InteractionError } from '../plan/interaction-error.ts';
import type { InteractionPlan } from '../plan/interaction-plan.ts';
import { providerStateOf } from '../plan/provider-state.ts';
import { hasVariants } from '../plan/variants-of.ts';

/** An interaction, complete, from what was said about it and the whole body that the API answers in one variant. */
export function defineInteraction(plan: InteractionPlan, variant: Variant, body: unknown): InteractionDefinition {
  const reader = plan.schema === undefined ? undefined : readerJsonSchema(plan.schema);
  const named = hasVariants(plan) ? variant : undefined;
  const { name, parameters } = providerStateOf(plan, variant);
  return {
    cell: cellOf(plan),
    variant: named,
    description: describeInteraction(plan, named, reader === undefined ? [] : readMembers(reader)),
    states: [
      { sentence: providerStates[name].sentence, parameters },
      ...plan.ownStates.map((own) => ({ sentence: own.state.sentence, parameters: own.parameters })),
    ],
    request: defineRequest(plan),
    response: {
      status: plan.status ?? 0,
      headers: answerHeaders(plan, body),
      ...withOwnMatchers(plan, variant, contractFor(plan, reader, body)),
    },
    isPending: plan.isPending,
    comments: plan.comments,
    testName: plan.testName,
  };
}

/** @throws {InteractionError} when a member with a matcher of its own isn't read: the complete answer has all that are. */
function withOwnMatchers(plan: InteractionPlan, variant: Variant, contract: BodyContract): OwnContract {
  const { rules, unknown } = overrideRules(contract.rules, plan.matchers, Array.isArray(contract.served));
  const [first] = unknown;
  if (variant !== 'complete' || first === undefined) return { ...contract, rules };
  throw new InteractionError(
    `Failed to describe ${cellOf(plan)}: it has matchers for ${first}, which the schema does not read. Name a member that it reads.`,
    cellOf(plan),
  );
}

type OwnContract = Pick<InteractionDefinition['response'], 'served' | 'written' | 'rules'>;

function contractFor(plan: InteractionPlan, reader: JsonSchema | undefined, body: unknown): BodyContract {
  // Nothing is asked of a body that nobody reads: the mock serves it whole, and the pact leaves it out.
  if (reader === undefined) return { served: body, written: undefined, rules: {} };
  const promise = promiseOf(plan) ?? {};
  if (!Array.isArray(body)) return bodyContract(reader, promise, body);
  const contract = listContract(reader, promise, body);
  return isFilledByState(plan, body)
    ? { ...contract, rules: { ...contract.rules, $: all({ match: 'type', min: 1 }) } }
    : contract;
}

/** Whether the state makes customers come: of a search that does without a state of its own, nobody knows what it finds. */
function isFilledByState({ call, state }: InteractionPlan, body: readonly unknown[]): boolean {
  const { filter, q, offset = 0 } = call;
  const isSearch = filter !== undefined || q !== undefined || offset !== 0;
  return body.length > 0 && (!isSearch || state !== undefined);
}
