import {
  cellOfInteraction,
  countOf,
  type HttpInteraction,
  isLoopback,
  maskSecrets,
  proxyFor,
  secretMask,
  type Verification,
  type VerifiedInteraction,
} from '@customer-contracts/pact-files/internal';
import { matchOperation } from '@customer-contracts/schemas';

import { scrubError } from '../mock/scrub-error.ts';
import { answererAt } from './answerer-at.ts';
import { checkReachable } from './check-reachable.ts';
import { explainFailure } from './explain-failure.ts';
import { fileSource } from './file-source.ts';
import { brokerSource, type PactSource, type VerifierRun } from './pact-source.ts';
import { arrangerOf, arrangerWith, kindOfArranger, type StateArranger } from './provider-state-handlers.ts';
import { type CoreResult, type CoreResults, type RunningVerifier, startVerifier } from './run-verifier.ts';
import { startStateServer, type StateServer } from './state-server.ts';
import { VerificationError } from './verification-error.ts';
import { outcomeOf } from './verification-report.ts';
import { verifierEnvironment } from './verifier-environment.ts';
import { checkVerifyOptions, type VerifyProviderOptions } from './verify-options.ts';

/**
 * Verifies that the provider honours the pacts, with Pact's own verifier.
 *
 * @returns what was found about each interaction, when none of them failed.
 * @throws {VerificationError} when one failed; `verification` of the error has all of them. A provider state that is
 *   missing or that throws fails its interactions, by name. Also when nothing answers at `baseUrl`.
 */
export async function verifyProvider(options: VerifyProviderOptions): Promise<Verification> {
  checkVerifyOptions(options);
  const { credentials = {}, broker, customProviderHeaders = {} } = options;
  const secrets = new Set([
    ...Object.values(credentials),
    ...Object.values(customProviderHeaders),
    broker?.token,
    broker?.password,
  ]);
  try {
    return await verify(options, secrets);
  } catch (error) {
    throw scrubError(error, [...secrets]);
  }
}

/** The keys and tokens that are known so far; what interactions got is added. */
type Secrets = Set<string | undefined>;

async function verify(options: VerifyProviderOptions, secrets: Secrets): Promise<Verification> {
  const { provider = 'rebilly-customers-api', failIfNoPactsFound = true } = options;
  const wanted = { provider, mayBeNone: !failIfNoPactsFound };
  const source =
    options.pacts === undefined
      ? await brokerSource(options.broker, wanted)
      : await fileSource(options.pacts, wanted, options.shard ?? { index: 1, count: 1 });
  try {
    return await verifySource(source, { ...options, provider, secrets });
  } finally {
    source.remove();
  }
}

type SourceOptions = VerifyProviderOptions & { readonly provider: string; readonly secrets: Secrets };

async function verifySource(source: PactSource, options: SourceOptions): Promise<Verification> {
  const { leftOut } = source;
  const { provider } = options;
  const beside = leftOut.pacts + leftOut.messages === 0 ? {} : { leftOut };
  if (source.runs.length === 0) return { interactions: [], ...beside };
  const found = await askProvider(source.runs, options);
  const interactions = found.flatMap((each) => each.interactions);
  const verification = { interactions, answeredBy: await answererAt(options), ...beside };
  const failed = interactions.filter((interaction) => outcomeOf(interaction) === 'failed');
  if (failed.length > 0) {
    const lines = [summary(provider, failed, interactions.length), ...proxyNote(options.baseUrl)];
    throw new VerificationError(lines.join('\n'), verification);
  }
  const unread = found.filter(({ problem }) => problem !== '');
  if (unread.length > 0 || interactions.length === 0) {
    const received = unread.map(({ problem }) => problem).join('; ') || 'there is no interaction';
    throw new VerificationError(`Failed to verify ${provider}: ${received}. Check pacts or broker.`, verification);
  }
  const unpublished = await source.unpublished();
  if (unpublished.length === 0) return verification;
  const missing = `the broker has no results for ${unpublished.join(', ')}`;
  throw new VerificationError(
    `Failed to publish the verification of ${provider}: ${missing}. Check that the credentials may write.`,
    verification,
  );
}

/** What a run of the verifier found. */
interface Found {
  readonly interactions: readonly VerifiedInteraction[];
  /** Why there is none, or why a pact was not read; empty otherwise. */
  readonly problem: string;
}

/** Lets so many verifiers as `concurrency` says take one run after the other. What they found comes in the order of the runs. */
async function askProvider(runs: readonly VerifierRun[], options: SourceOptions): Promise<readonly Found[]> {
  const { baseUrl, provider, timeout = 30_000, concurrency = 1 } = options;
  const tlsProblem = await checkReachable(baseUrl, provider, timeout);
  const environment = verifierEnvironment();
  const found: Found[] = [];
  const waiting = [...runs.entries()];
  const work = async (): Promise<void> => {
    const verifier = startVerifier(environment.env);
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, run] = next;
        found[index] = await verifyRun(run, verifier, { ...options, timeout }, tlsProblem);
      }
    } finally {
      // One that can't go on lets the others end.
      waiting.length = 0;
      await verifier.stop();
    }
  };
  try {
    const ended = await Promise.allSettled(Array.from({ length: Math.min(concurrency, runs.length) }, work));
    for (const each of ended) if (each.status === 'rejected') throw each.reason;
  } finally {
    environment.remove();
  }
  return found;
}

type RunOptions = SourceOptions & { readonly timeout: number };

/** One run, with a state server of its own. No `await using`: the bundle is not compiled down, and Node 22 has none. */
async function verifyRun(
  run: VerifierRun,
  verifier: RunningVerifier,
  { baseUrl, provider, states, ownStates = [], credentials, secrets, timeout, ...options }: RunOptions,
  tlsProblem: string | undefined,
): Promise<Found> {
  const { customProviderHeaders = {}, disableSslVerification = false } = options;
  const arrange: StateArranger = typeof states === 'function' ? states : arrangerOf(states);
  const defaults = { ...credentials };
  const server = await startStateServer(arrangerWith(arrange, ownStates, defaults), defaults, timeout);
  let results: CoreResults;
  try {
    results = await verifier.verify({
      provider,
      providerBaseUrl: baseUrl,
      providerStatesSetupUrl: server.url,
      providerStatesSetupTeardown: true,
      failIfNoPactsFound: true,
      logLevel: 'error',
      timeout,
      disableSslVerification,
      ...(Object.keys(customProviderHeaders).length === 0 ? {} : { customProviderHeaders }),
      ...run.options,
    });
  } finally {
    await server[Symbol.asyncDispose]();
  }
  const context = { run, server, tlsProblem, isEmulator: kindOfArranger(states) === 'emulator' };
  for (const secret of server.secrets) secrets.add(secret);
  const { interactionResults, errors } = results;
  // It goes on without a pact that it can't read.
  const unread = errors.filter(
    ({ interaction }) => interactionResults.length === 0 || interaction.startsWith('Failed to load'),
  );
  const received = unread.map(({ mismatch, interaction }) => mismatch.message ?? interaction).join('; ');
  return {
    interactions: describe(interactionResults, context, secrets),
    problem: maskSecrets(received, [...secrets]),
  };
}

interface Context {
  readonly run: VerifierRun;
  readonly server: StateServer;
  readonly tlsProblem: string | undefined;
  readonly isEmulator: boolean;
}

function describe(
  results: readonly CoreResult[],
  { run, server, tlsProblem, isEmulator }: Context,
  secrets: Secrets,
): readonly VerifiedInteraction[] {
  const masked = secretMask([...secrets]);
  const failures = server.failures.filter(({ sentence }) => sentence !== '');
  return results.map((result) => {
    const interaction = run.find(result);
    const cell = interaction && cellOfInteraction(interaction);
    const variant = interaction?.variant;
    const states = interaction?.states ?? [];
    const missing = states.flatMap(({ name, parameters }) => server.missingIn(name, parameters));
    const explanation = explainFailure(result, failures, new Set(missing), tlsProblem);
    const foreign = isEmulator && interaction && foreignTo(interaction);
    const { reasons, isVerifiable } = foreign ? { reasons: [foreign], isVerifiable: false } : explanation;
    return {
      consumer: masked(result.consumer),
      description: masked(result.description),
      ...(cell === undefined ? {} : { cell }),
      ...(variant === undefined ? {} : { variant }),
      states: result.providerStates.map(masked),
      isPassed: result.result === 'OK' && !foreign,
      isVerifiable,
      isPending: result.pending,
      duration: milliseconds(result.duration),
      reasons: reasons.map(masked),
    };
  });
}

/** Why the emulator's answer says nothing about an interaction; `undefined` where it does. */
function foreignTo({ request: { method, path } }: HttpInteraction): string | undefined {
  const match = matchOperation(method, path);
  if (match !== undefined && 'operationId' in match) return undefined;
  return `not ours: the emulator has no ${method} ${path}`;
}

/** Pact's core gives durations as text: `46ms`, `127.045s`. */
function milliseconds(duration: string): number {
  const [, amount = '0', unit] = /^([\d.]+)(ms|s|µs|ns)$/.exec(duration) ?? [];
  const factors: Readonly<Record<string, number>> = { s: 1000, ms: 1, µs: 0.001, ns: 0.000_001 };
  return Number(amount) * (factors[unit ?? 'ms'] ?? 1);
}

function summary(provider: string, failed: readonly VerifiedInteraction[], total: number): string {
  const lines = failed.map(({ consumer, description, states, reasons }) => {
    const given = states.length === 0 ? '' : ` (given ${states.join(', ')})`;
    return `  ${consumer}: ${description}${given}\n${reasons.map((reason) => `    ${reason}`).join('\n')}`;
  });
  return `Failed to verify ${provider}: ${failed.length} of ${countOf(total, 'interaction')} not honoured.\n${lines.join('\n')}`;
}

/** A proxy that refuses looks like a provider that does. */
function proxyNote(baseUrl: string): readonly string[] {
  const proxy = isLoopback(baseUrl) ? undefined : proxyFor(baseUrl);
  if (proxy === undefined) return [];
  const { variable, host } = proxy;
  const where = host === undefined ? '' : ` (${host})`;
  const { hostname } = new URL(baseUrl);
  return [
    `The requests went through the proxy of ${variable}${where}. If the provider needs none, set NO_PROXY=${hostname}.`,
  ];
}
