import { canonicalJson } from '@customer-contracts/pact-files/internal';

import { runOnMock } from '../mock/run-on-mock.ts';
import { secretsFor } from '../plan/credentials.ts';
import { InteractionError } from '../plan/interaction-error.ts';
import type { InteractionPlan } from '../plan/interaction-plan.ts';
import type { PactIdentity } from '../plan/pact-identity.ts';
import { asTestFunction } from './as-test-function.ts';
import type { Flow, FlowPart, FlowTest } from './flow-types.ts';
import { planOf } from './make-interaction.ts';
import {
  keepInteraction,
  namingAnswer,
  type PreparedAnswers,
  type PreparedInteraction,
  prepareInteraction,
  startMutation,
} from './run-interaction.ts';
import { takeUp, unfinished } from './unfinished.ts';

type AnyFlowTest = FlowTest<readonly FlowPart[]>;

/** The flow of some interactions. Each gives its complete answer; one that says `only('bare')` gives its bare one. */
export function makeFlow<const Parts extends readonly FlowPart[]>(
  { directory }: PactIdentity,
  parts: Parts,
): Flow<Parts> {
  const described = { directory, name: 'a flow', said: parts.length };
  for (const part of parts) takeUp(part);
  return unfinished(described, (trace): Flow<Parts> => ({
    test: (run) => {
      trace.done();
      return asTestFunction(described, async (context) => {
        const test: unknown = run;
        if (!isTest(test))
          throw new InteractionError('Failed to run a flow: test takes a function. Hand it one.', 'flow');
        await runFlow(parts.map(planOf), test, context);
      });
    },
  }));
}

async function runFlow(
  plans: readonly InteractionPlan[],
  test: (test: AnyFlowTest) => unknown,
  context: unknown,
): Promise<void> {
  const [first] = plans;
  if (first === undefined)
    throw new InteractionError('Failed to run a flow: it has no interaction. Hand in some.', 'flow');
  const answers: PreparedAnswers[] = [];
  for (const plan of plans) answers.push(await prepareInteraction(plan));
  const usual = answers.flatMap(({ variants }) => variants.slice(0, 1));
  refuseTwins(usual);
  const [credential = 'apiKey', other] = new Set(
    plans.map((plan) => plan.credential).filter((kind) => kind !== 'apiKey'),
  );
  if (other !== undefined) {
    throw new InteractionError(
      `Failed to run a flow: it authenticates with ${credential} and ${other}, and a test has one token. Make two flows of it.`,
      'flow',
    );
  }
  const secrets = secretsFor(credential);
  const mutate = await startMutation();
  // By the document of a run there are further answers: each comes among the usual ones of the others.
  const further = answers.flatMap(({ news }, index) => news.map((each) => usual.with(index, each)));
  for (const prepared of [usual, ...further]) {
    const definitions = prepared.map(({ definition }) => definition);
    const examples = prepared.map(({ example }) => example);
    const responses = definitions.map(({ response }) => response.served);
    await namingAnswer(undefined, answers[0]?.document, prepared, () =>
      runOnMock(first.identity, definitions, (baseUrl) => test({ baseUrl, ...secrets, examples, responses })),
    );
  }
  if (mutate === undefined) {
    for (const { definition } of usual) await keepInteraction(first.identity, definition, context);
    return;
  }
  const [one, ...others] = usual;
  if (one === undefined) return;
  await mutate(context, [one, ...others], (baseUrl, mutated) =>
    test({
      baseUrl,
      ...secrets,
      examples: mutated.map(({ example }) => example),
      responses: mutated.map(({ body }) => body),
    }),
  );
}

function isTest(run: unknown): run is (test: AnyFlowTest) => unknown {
  return typeof run === 'function';
}

/** A mock answers a request that comes twice with the first of the answers both times. */
function refuseTwins(prepared: readonly PreparedInteraction[]): void {
  const seen = new Set<string>();
  for (const { definition } of prepared) {
    const { method, path, query, body } = definition.request;
    const request = canonicalJson([method, path.example, [...query], body]);
    if (seen.has(request)) {
      throw new InteractionError(
        `Failed to run a flow: the request of ${definition.cell} comes twice, and a mock has one answer to it. Make two flows of it.`,
        definition.cell,
      );
    }
    seen.add(request);
  }
}
