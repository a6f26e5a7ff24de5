import { hasSecret, isPactError, maskSecrets, type Variant } from '@customer-contracts/pact-files/internal';
import { shown } from '@customer-contracts/schemas/internal';

import { defineInteraction } from '../contract/define-interaction.ts';
import { type InteractionDefinition, interactionKey } from '../contract/interaction-definition.ts';
import { responseBody, typicalBody } from '../contract/response-body.ts';
import { SecretError } from '../contract/secret-error.ts';
import { addNote } from '../mock/add-note.ts';
import { contractOf } from '../mock/contract-of.ts';
import { runOnMock } from '../mock/run-on-mock.ts';
import type { MutableTest } from '../mutation/mutate-test.ts';
import { isMutating } from '../mutation/mutations-variable.ts';
import { secretsFor } from '../plan/credentials.ts';
import { InteractionError } from '../plan/interaction-error.ts';
import type { InteractionPlan } from '../plan/interaction-plan.ts';
import type { PactIdentity } from '../plan/pact-identity.ts';
import { type PlannedVariant, resolveInteraction, type ResolvedInteraction } from '../plan/resolve-interaction.ts';
import { proveReader } from '../proof/prove-reader.ts';
import { readBody, type RefusedBody } from '../reader/read-body.ts';
import { ReaderError } from '../reader/reader-error.ts';
import { reportInteraction, takeSoftFailures, testNameOf, timeoutOf } from '../shards/test-context.ts';
import { writeShard } from '../shards/write-shard.ts';
import type { InteractionTest } from './interaction.ts';

/** One answer of an interaction, ready to run. */
export interface PreparedInteraction {
  readonly interaction: ResolvedInteraction;
  readonly planned: PlannedVariant;
  readonly definition: InteractionDefinition;
  readonly variant: Variant;
  /** What the reader's schema makes of the answer. */
  readonly example: unknown;
}

/** Runs a test once for each variant of an interaction, and keeps the contract of each. */
export async function runInteraction(
  plan: InteractionPlan,
  test: (test: InteractionTest<unknown, unknown>) => unknown,
  context: unknown,
): Promise<void> {
  const prepared = await prepareInteraction(plan);
  const mutate = await startMutation();
  for (const { definition, variant, example } of prepared) {
    const { served: response } = definition.response;
    await namingVariant(prepared.length > 1 ? variant : undefined, () =>
      runOnMock(plan.identity, [definition], (baseUrl) =>
        test({ baseUrl, ...secretsFor(plan.credential), example, response, variant }),
      ),
    );
    if (mutate === undefined) await keepInteraction(plan.identity, definition, context);
  }
  const [part] = prepared;
  if (part === undefined) return;
  await mutate?.(context, [part], (baseUrl, [answer], goesByVariant) =>
    test({
      baseUrl,
      ...secretsFor(plan.credential),
      example: answer?.example,
      response: answer?.body,
      get variant() {
        goesByVariant();
        return part.variant;
      },
    }),
  );
}

/** Runs a test that has passed on other answers. */
type Mutate = (context: unknown, parts: MutableTest['parts'], call: MutableTest['call']) => Promise<void>;

/** Under mutation, before a test runs: what is to be called after it. Nobody else loads what that takes. */
export async function startMutation(): Promise<Mutate | undefined> {
  if (!isMutating()) return undefined;
  const { keepTimers, mutateTest } = await import('../mutation/mutate-test.ts');
  const restoreTimers = keepTimers();
  return async (context, parts, call) => {
    restoreTimers();
    await mutateTest({
      name: testNameOf(context) ?? parts[0].definition.description,
      parts,
      call,
      timeout: timeoutOf(context),
      takeSoftFailures: () => takeSoftFailures(context),
    });
  };
}

/**
 * The answers of an interaction.
 *
 * @throws {InteractionError} when the call can't be meant so.
 * @throws {ReaderError} when the API may answer something that the reader's schema refuses.
 */
export async function prepareInteraction(plan: InteractionPlan): Promise<readonly PreparedInteraction[]> {
  const interaction = resolveInteraction(plan);
  const { cell, schema, only, variants } = interaction;
  if (schema !== undefined) await proveReader(interaction, schema, () => typicalBody(interaction));
  const prepared: PreparedInteraction[] = [];
  for (const planned of variants) {
    const { variant } = planned;
    const definition = defineInteraction(interaction, planned, responseBody(interaction, planned));
    const read = await readBody(schema, definition.response.served);
    if (read.isAccepted) prepared.push({ interaction, planned, definition, variant, example: read.value });
    else if (variant === 'complete') throw unreadable(cell, read);
  }
  const chosen = prepared.filter(({ variant }) => only === undefined || only === variant);
  if (chosen.length > 0) return chosen;
  throw new InteractionError(`Failed to run ${cell}: it has no variant ${only}. Leave only('${only}') out.`, cell);
}

/** The proof is passed, so what is missing is missing here only: the request didn't write it, say. */
function unreadable(cell: string, { member, message, value }: RefusedBody): ReaderError {
  const received = `${member} is ${shown(value)} in this answer`;
  return new ReaderError(
    `Failed to read the answer of ${cell}: ${received} (${message}). Send it, or accept that.`,
    member,
    value,
  );
}

/** Writes the contract of an interaction that passed into a shard, unless it holds a secret. */
export async function keepInteraction(
  identity: PactIdentity,
  definition: InteractionDefinition,
  context: unknown,
): Promise<void> {
  if (holdsSecret(identity, definition)) throw new SecretError(definition.description);
  const pact = await contractOf(identity, definition);
  const test = testNameOf(context);
  writeShard({ directory: identity.directory, pact, test: test && maskSecrets(test) });
  reportInteraction(context, interactionKey(definition));
}

/** Headers and queries are maps, which JSON leaves out unless they are lists. */
function holdsSecret({ consumer, provider }: PactIdentity, definition: InteractionDefinition): boolean {
  const written = [consumer, provider, definition];
  return hasSecret(JSON.stringify(written, (_, value: unknown) => (value instanceof Map ? [...value] : value)));
}

/** The user's own error stays the error that is thrown; its message says which answer it was. */
async function namingVariant(variant: Variant | undefined, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (variant !== undefined && !isPactError(error)) addNote(error, `the ${variant} answer`);
    throw error;
  }
}
