import {
  cellOfInteraction,
  countOf,
  maskSecrets,
  secretMask,
  type Verification,
  type VerifiedInteraction,
} from '@customer-contracts/pact-files/internal';
import type { VerifierOptions } from '@pact-foundation/pact-core';

import { scrubError } from '../mock/scrub-error.ts';
import { checkReachable } from './check-reachable.ts';
import { explainFailure } from './explain-failure.ts';
import { brokerSource, fileSource, type PactSource } from './pact-source.ts';
import { arrangerOf, arrangerWith, type StateValues } from './provider-state-handlers.ts';
import { type CoreResult, type CoreResults, runVerifier } from './run-verifier.ts';
import { startStateServer, type StateFailure, type StateServer } from './state-server.ts';
import { VerificationError } from './verification-error.ts';
import { outcomeOf } from './verification-report.ts';
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
  const { credentials = {}, broker } = options;
  const secrets = new Set([...Object.values(credentials), broker?.token, broker?.password]);
  try {
    return await verify(options, secrets);
  } catch (error) {
    throw scrubError(error, [...secrets]);
  }
}

/** Verifies, and adds the keys and tokens that interactions got to `secrets`. */
async function verify(options: VerifyProviderOptions, secrets: Set<string | undefined>): Promise<Verification> {
  const { baseUrl, provider = 'rebilly-customers-api', states, credentials, timeout = 30_000 } = options;
  const source =
    options.pacts === undefined
      ? await brokerSource(options.broker, provider)
      : await fileSource(options.pacts, provider);
  await checkReachable(baseUrl, provider, timeout);
  const defaults: StateValues = { ...credentials };
  const arrange = typeof states === 'function' ? states : arrangerOf(states);
  const server = await startStateServer(arrangerWith(arrange, options.ownStates ?? [], defaults), defaults);
  const { interactionResults, errors } = await askProvider(server, {
    provider,
    providerBaseUrl: baseUrl,
    providerStatesSetupUrl: server.url,
    providerStatesSetupTeardown: true,
    failIfNoPactsFound: true,
    logLevel: 'error',
    timeout,
    ...source.options,
  });
  for (const secret of server.secrets) secrets.add(secret);
  const failures = server.failures.filter(({ sentence }) => sentence !== '');
  const interactions = describe(interactionResults, source, [...failures], server);
  if (interactions.length === 0) {
    const received = errors.map(({ mismatch, interaction }) => mismatch.message ?? interaction).join('; ');
    throw new VerificationError(
      `Failed to verify ${provider}: ${maskSecrets(received) || 'there is no interaction'}. Check pacts or broker.`,
    );
  }
  const verification = { interactions };
  const failed = interactions.filter((interaction) => outcomeOf(interaction) === 'failed');
  if (failed.length > 0) throw new VerificationError(summary(provider, failed, interactions.length), verification);
  const unpublished = await source.unpublished();
  if (unpublished.length === 0) return verification;
  const missing = `the broker has no results for ${unpublished.join(', ')}`;
  throw new VerificationError(
    `Failed to publish the verification of ${provider}: ${missing}. Check that the credentials may write.`,
    verification,
  );
}

/** Asks with the state server at hand, and stops that one. No `await using`: the bundle is not compiled down, and Node 22 has none. */
async function askProvider(server: StateServer, options: VerifierOptions): Promise<CoreResults> {
  try {
    return await runVerifier(options);
  } finally {
    await server[Symbol.asyncDispose]();
  }
}

function describe(
  results: readonly CoreResult[],
  source: PactSource,
  failures: StateFailure[],
  server: StateServer,
): readonly VerifiedInteraction[] {
  const masked = secretMask([...server.secrets]);
  return results.map((result) => {
    const interaction = source.find(result);
    const cell = interaction && cellOfInteraction(interaction);
    const variant = interaction?.variant;
    const states = interaction?.states ?? [];
    const missing = states.flatMap(({ name, parameters }) => server.missingIn(name, parameters));
    const { reasons, isVerifiable } = explainFailure(result, failures, new Set(missing));
    return {
      consumer: masked(result.consumer),
      description: masked(result.description),
      ...(cell === undefined ? {} : { cell }),
      ...(variant === undefined ? {} : { variant }),
      states: result.providerStates.map(masked),
      isPassed: result.result === 'OK',
      isVerifiable,
      isPending: result.pending,
      duration: milliseconds(result.duration),
      reasons: reasons.map(masked),
    };
  });
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
