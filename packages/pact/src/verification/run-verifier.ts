import { fork } from 'node:child_process';

import { maskSecrets } from '@customer-contracts/pact-files/internal';
import type { VerifierOptions } from '@pact-foundation/pact-core';
import * as z from 'zod';

import { VerificationError } from './verification-error.ts';
import type { VerifierEnvironment } from './verifier-environment.ts';

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

/** Pact's verifier, in a process of its own. */
export interface RunningVerifier {
  /**
   * Verifies what the options say; one at a time.
   *
   * @throws {VerificationError} when it could not run: no pact found, say.
   */
  verify(options: VerifierOptions): Promise<CoreResults>;
  stop(): Promise<void>;
}

/** Starts a process for Pact's verifier. */
export function startVerifier(env: VerifierEnvironment['env']): RunningVerifier {
  const child = fork(new URL('./verifier-process.js', import.meta.url), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    env,
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const printed: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  return {
    async verify(options) {
      printed.length = 0;
      const answer = new Promise<unknown>((resolve) => child.once('message', resolve));
      // A process that has died takes nothing; the end of it says why.
      child.send(options, () => {});
      const message = Answer.safeParse(await Promise.race([answer, closed]));
      const results = message.data?.results ?? '';
      try {
        return CoreResults.parse(JSON.parse(results));
      } catch (cause) {
        const secrets = [options.pactBrokerToken, options.pactBrokerPassword];
        const received = maskSecrets(results === '' ? printed.join('').trim() : results, secrets);
        throw new VerificationError(
          `Failed to run Pact's verifier: ${received}. Correct it and try again.`,
          undefined,
          {
            cause,
          },
        );
      }
    },
    async stop() {
      // It has nothing left to do; a `disconnect` from here would leave the `close` event out.
      child.kill();
      await closed;
    },
  };
}

const Answer = z.object({ results: z.string() });
