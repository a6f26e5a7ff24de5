import { fork } from 'node:child_process';
import { once } from 'node:events';

import { maskSecrets } from '@customer-contracts/pact-files/internal';
import type { VerifierOptions } from '@pact-foundation/pact-core';
import * as z from 'zod';

import { VerificationError } from './verification-error.ts';

const CoreMismatch = z.looseObject({
  type: z.string(),
  mismatch: z.string().optional(),
  path: z.string().optional(),
  key: z.string().optional(),
  expected: z.unknown().optional(),
  actual: z.unknown().optional(),
});

/** What Pact's core reports about an interaction. */
export const CoreResult = z.object({
  consumer: z.string(),
  description: z.string(),
  interactionKey: z.string().nullish(),
  /** The broker's own name of it. */
  interactionId: z.string().nullish(),
  providerStates: z.array(z.string()),
  result: z.string(),
  pending: z.boolean(),
  duration: z.string(),
  mismatch: z.object({ message: z.string().optional(), mismatches: z.array(CoreMismatch).optional() }).nullish(),
});
/** What Pact's core reports about an interaction. */
export type CoreResult = z.infer<typeof CoreResult>;

const CoreResults = z.object({
  interactionResults: z.array(CoreResult),
  errors: z.array(z.object({ interaction: z.string(), mismatch: z.object({ message: z.string().optional() }) })),
});

/** Everything that Pact's core reports. */
export type CoreResults = z.infer<typeof CoreResults>;

/**
 * Runs Pact's verifier.
 *
 * @throws {VerificationError} when it could not run: no pact found, say.
 */
export async function runVerifier(options: VerifierOptions): Promise<CoreResults> {
  const child = fork(new URL('./verifier-process.js', import.meta.url), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    // The core would take pacts from a broker that only the environment names.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PACT_BROKER_'))),
  });
  const printed: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  let results = '';
  child.once('message', (message: unknown) => {
    results = z.object({ results: z.string() }).parse(message).results;
  });
  child.send(options);
  await once(child, 'close');
  try {
    return CoreResults.parse(JSON.parse(results));
  } catch (cause) {
    const secrets = [options.pactBrokerToken, options.pactBrokerPassword];
    const received = maskSecrets(results === '' ? printed.join('').trim() : results, secrets);
    throw new VerificationError(`Failed to run Pact's verifier: ${received}. Correct it and try again.`, undefined, {
      cause,
    });
  }
}
