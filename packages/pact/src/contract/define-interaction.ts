import { providerStates } from '@customer-contracts/schemas';

import { InteractionError } from '../plan/interaction-error.ts';
import type { PlannedVariant, ResolvedInteraction } from '../plan/resolve-interaction.ts';
import { type BodyContract, bodyContract, listContract } from './body-contract.ts';
import { defineRequest } from './define-request.ts';
import { describeInteraction } from './describe-interaction.ts';
import type { InteractionDefinition } from './interaction-definition.ts';
import { all } from './matching-rule.ts';
import { overrideRules } from './override-rules.ts';
import { rawMatchers } from './pact-js-matcher.ts';
import { responseHeaders } from './response-headers.ts';

/** One variant of an interaction, complete: with the whole body that the API answers in it. */
export function defineInteraction(
  interaction: ResolvedInteraction,
  { variant, states }: PlannedVariant,
  body: unknown,
): InteractionDefinition {
  const { tried, cell, status, ownStates, hasVariants, isPending, comments, closed, testName } = interaction;
  const named = hasVariants ? variant : undefined;
  return {
    cell,
    variant: named,
    description: describeInteraction(interaction, named),
    states: [
      ...states.map(({ name, parameters }) => ({ sentence: providerStates[name].sentence, parameters })),
      ...ownStates.map((own) => ({ sentence: own.state.sentence, parameters: own.parameters })),
    ],
    request: defineRequest(interaction),
    response: {
      status,
      headers: responseHeaders(interaction, body),
      // A document may have let go of a member that has matchers; no pact comes of it.
      ...withOwnMatchers(interaction, variant === 'complete' && tried === undefined, contractFor(interaction, body)),
    },
    isPending,
    comments: [...comments, ...[...closed].map(([member, reason]) => `${member} is closed: ${reason}`)],
    testName,
  };
}

type OwnContract = Pick<InteractionDefinition['response'], 'served' | 'written' | 'rules'>;

/**
 * @throws {InteractionError} when a member with a matcher of its own isn't read: the complete answer has all that are; and
 * when a matcher of pact-js is not for a member.
 */
function withOwnMatchers(
  { cell, content, matchers }: ResolvedInteraction,
  isComplete: boolean,
  contract: BodyContract,
): OwnContract {
  const own = rawMatchers(matchers, (path, received) => {
    const advice = "Say it in the schema, or hand in a matcher of Pact, such as { match: 'type' }";
    return new InteractionError(`Failed to describe ${cell}: ${path} can't have ${received}. ${advice}.`, cell);
  });
  const { rules, unknown } = overrideRules(contract.rules, own, content.kind === 'list');
  const [first] = unknown;
  if (!isComplete || first === undefined) return { ...contract, rules };
  throw new InteractionError(
    `Failed to describe ${cell}: it has matchers for ${first}, which the schema does not read. Name a member that it reads.`,
    cell,
  );
}

function contractFor(interaction: ResolvedInteraction, body: unknown): BodyContract {
  const { reader, documented } = interaction;
  // Nothing is asked of a body that nobody reads: the mock serves it whole, and the pact leaves it out.
  if (reader === undefined || documented === undefined) return { served: body, written: undefined, rules: {} };
  if (!Array.isArray(body)) return bodyContract(reader, documented.body, body);
  const contract = listContract(reader, documented.body, body);
  return isFilledByState(interaction, body)
    ? { ...contract, rules: { ...contract.rules, $: all({ match: 'type', min: 1 }) } }
    : contract;
}

/** Whether the state makes resources come: of a search that does without a state of its own, nobody knows what it finds. */
function isFilledByState({ call, given }: ResolvedInteraction, body: readonly unknown[]): boolean {
  const { filter, q, offset = 0 } = call;
  const isSearch = filter !== undefined || q !== undefined || offset !== 0;
  return body.length > 0 && (!isSearch || given.length > 0);
}
