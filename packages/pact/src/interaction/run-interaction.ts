import { hasSecret, isPactError, maskSecrets, type Variant } from '@customer-contracts/pact-files/internal';
import { harmless, shown } from '@customer-contracts/schemas/internal';

import { namedDocument } from '../api/document-variable.ts';
import type { BodyChange } from '../api/fit-body.ts';
import type { TriedDocument } from '../api/tried-document.ts';
import { defineInteraction } from '../contract/define-interaction.ts';
import { type InteractionDefinition, interactionKey } from '../contract/interaction-definition.ts';
import { answerOf, typicalAnswer } from '../contract/response-body.ts';
import { SecretError } from '../contract/secret-error.ts';
import { addNote } from '../mock/add-note.ts';
import { contractOf } from '../mock/contract-of.ts';
import { runOnMock } from '../mock/run-on-mock.ts';
import type { MutableTest } from '../mutation/mutate-test.ts';
import { isMutating } from '../mutation/mutations-variable.ts';
import { secretsFor } from '../plan/credentials.ts';
import { documentOfRun } from '../plan/document-of-run.ts';
import { InteractionError } from '../plan/interaction-error.ts';
import type { InteractionPlan } from '../plan/interaction-plan.ts';
import type { PactIdentity } from '../plan/pact-identity.ts';
import { type PlannedVariant, type ResolvedInteraction, resolveInteraction } from '../plan/resolve-interaction.ts';
import { byDocument, proveReader } from '../proof/prove-reader.ts';
import { readBody, type RefusedBody } from '../reader/read-body.ts';
import { ReaderError } from '../reader/reader-error.ts';
import { reportInteraction, takeSoftFailures, testNameOf, timeoutOf } from '../shards/test-context.ts';
import { keepWordOfDocument, writeShard } from '../shards/write-shard.ts';
import { changesInWords, newAnswers } from './answers-of-document.ts';
import type { InteractionTest } from './interaction.ts';

/** One answer of an interaction, ready to run. */
export interface PreparedInteraction {
  readonly interaction: ResolvedInteraction;
  readonly planned: PlannedVariant;
  readonly definition: InteractionDefinition;
  readonly variant: Variant;
  /** What the reader's schema makes of the answer. */
  readonly example: unknown;
  /** What the document of the run says otherwise here, in words; empty where it is nothing. */
  readonly news: string;
}

/** The answers of an interaction. */
export interface PreparedAnswers {
  /** Its variants, at least one. */
  readonly variants: readonly PreparedInteraction[];
  /** Those that the document of the run allows and the table doesn't; none without a document. */
  readonly news: readonly PreparedInteraction[];
  /** The document, as messages call it; `undefined` without one. */
  readonly document: string | undefined;
}

/** Runs a test once for each variant of an interaction, and keeps the contract of each. */
export async function runInteraction(
  plan: InteractionPlan,
  test: (test: InteractionTest<unknown, unknown>) => unknown,
  context: unknown,
): Promise<void> {
  const { variants, news, document } = await prepareInteraction(plan);
  const mutate = await startMutation();
  for (const prepared of [...variants, ...news]) {
    const { definition, variant, example } = prepared;
    const { served: response } = definition.response;
    await namingAnswer(variants.length > 1 ? variant : undefined, document, [prepared], () =>
      runOnMock(plan.identity, [definition], (baseUrl) =>
        test({ baseUrl, ...secretsFor(plan.credential), example, response, variant }),
      ),
    );
    if (mutate === undefined) await keepInteraction(plan.identity, definition, context);
  }
  const [part] = variants;
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
 * The answers of an interaction, by the table, or by the document that the run is tried on.
 *
 * @throws {InteractionError} when the call can't be meant so.
 * @throws {ReaderError} when the API may answer something that the reader's schema refuses.
 */
export async function prepareInteraction(plan: InteractionPlan): Promise<PreparedAnswers> {
  const tried = await documentOfRun();
  const interaction = resolveInteraction(plan, tried);
  const { cell, schema, only, variants } = interaction;
  if (schema !== undefined) await proveReader(interaction, schema, () => typicalAnswer(interaction));
  const prepared: PreparedInteraction[] = [];
  for (const planned of variants) {
    const { variant } = planned;
    const { body, changes } = answerOf(interaction, planned);
    const definition = defineInteraction(interaction, planned, body);
    const read = await readBody(schema, definition.response.served);
    if (read.isAccepted) {
      const news = changesInWords(changes, interaction);
      prepared.push({ interaction, planned, definition, variant, example: read.value, news });
    } else if (variant === 'complete') throw unreadable(interaction, read);
  }
  const chosen = prepared.filter(({ variant }) => only === undefined || only === variant);
  if (chosen.length === 0)
    throw new InteractionError(`Failed to run ${cell}: it has no variant ${only}. Leave only('${only}') out.`, cell);
  const complete = variants.find(({ variant }) => variant === 'complete' && chosen[0]?.variant === variant);
  const news = tried === undefined || complete === undefined ? [] : await prepareNews(interaction, tried, complete);
  return { variants: chosen, news, document: tried?.name };
}

/** The answers that only the document has. The proof is passed, so what is refused breaks a rule that joins members. */
async function prepareNews(
  interaction: ResolvedInteraction,
  tried: TriedDocument,
  planned: PlannedVariant,
): Promise<readonly PreparedInteraction[]> {
  const { schema } = interaction;
  const { body, changes } = answerOf(interaction, planned);
  const answers = newAnswers(interaction, tried, planned, body);
  return Promise.all(
    answers.map(async ({ change, definition }) => {
      const read = await readBody(schema, definition.response.served);
      if (!read.isAccepted) throw refusedNews(interaction, change, read);
      const news = changesInWords([change, ...changes], interaction);
      return { interaction, planned, definition, variant: planned.variant, example: read.value, news };
    }),
  );
}

/** Absence, and what a rule that joins members refuses: the proof has tried everything else. */
function refusedNews(
  { cell, tried }: ResolvedInteraction,
  change: BodyChange,
  { message, value }: RefusedBody,
): ReaderError {
  const { member, claim } = change;
  return new ReaderError(
    `Failed to read the answer of ${cell}${byDocument(tried)}: ${member || 'the body'} ${claim}, and the schema refuses it (${message}). Accept it.`,
    member,
    value,
  );
}

/** The proof is passed, so what is missing is missing here only: the request didn't write it, say. */
function unreadable({ cell, tried }: ResolvedInteraction, { member, message, value }: RefusedBody): ReaderError {
  const received = `${member || 'the body'} is ${shown(value)} in this answer`;
  return new ReaderError(
    `Failed to read the answer of ${cell}${byDocument(tried)}: ${received} (${message}). Send it, or accept that.`,
    member,
    value,
  );
}

/**
 * Writes the contract of an interaction that passed into a shard, unless it holds a secret. What passed on the document of
 * the run is no contract with the API that everybody has: of it only a word is kept.
 */
export async function keepInteraction(
  identity: PactIdentity,
  definition: InteractionDefinition,
  context: unknown,
): Promise<void> {
  const document = namedDocument();
  if (document !== undefined) {
    keepWordOfDocument(identity.directory, document);
    return;
  }
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

/** The most of an answer that a message shows. */
const longestAnswer = 400;

/** The user's own error stays the error that is thrown; its message says which answer it was. */
export async function namingAnswer(
  variant: Variant | undefined,
  document: string | undefined,
  prepared: readonly PreparedInteraction[],
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    const changed = prepared.filter(({ news }) => news !== '');
    if (document !== undefined && changed.length > 0) {
      const news = changed.map((each) => each.news).join('; ');
      addNote(error, `by ${document}, ${news}; the answer was ${changed.map(answerInShort).join(', ')}`);
    } else if (variant !== undefined && !isPactError(error)) addNote(error, `the ${variant} answer`);
    throw error;
  }
}

function answerInShort({ definition: { response } }: PreparedInteraction): string {
  const text = JSON.stringify(response.served) ?? 'empty';
  return harmless(text.length > longestAnswer ? `${text.slice(0, longestAnswer)}...` : text);
}
