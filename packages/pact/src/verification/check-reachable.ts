import { maskSecrets } from '../secrets/mask-secrets.ts';
import { VerificationError } from './verification-error.ts';

/**
 * Makes sure that the provider runs, whatever it answers: Pact's verifier would say of each interaction that it could not
 * connect. `timeout` is in milliseconds.
 *
 * @throws {VerificationError} when nothing answers.
 */
export async function checkReachable(baseUrl: string, provider: string, timeout: number): Promise<void> {
  try {
    await fetch(baseUrl, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(timeout) });
  } catch (cause) {
    const received = `nothing answers at ${maskSecrets(baseUrl)}`;
    throw new VerificationError(
      `Failed to verify ${provider}: ${received}. Start the provider, or correct baseUrl.`,
      undefined,
      { cause },
    );
  }
}
