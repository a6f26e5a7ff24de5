import { once } from 'node:events';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

import { isProxied, maskSecrets } from '@customer-contracts/pact-files/internal';

import { VerificationError } from './verification-error.ts';

/**
 * Makes sure that the provider runs, whatever it answers: Pact's verifier would say of each interaction that it could not
 * connect. `timeout` is in milliseconds. Where the environment names a proxy, which the verifier goes through and Node's
 * own requests don't, nobody can tell from here.
 *
 * @throws {VerificationError} when nothing answers.
 */
export async function checkReachable(baseUrl: string, provider: string, timeout: number): Promise<void> {
  if (isProxied()) return;
  try {
    // Not fetch, which refuses some ports that a provider may have.
    const request = baseUrl.toLowerCase().startsWith('https:') ? requestHttps : requestHttp;
    const sent = request(baseUrl, { method: 'HEAD', agent: false, signal: AbortSignal.timeout(timeout) }).end();
    await once(sent, 'response');
    sent.destroy();
  } catch (cause) {
    const received = `nothing answers at ${maskSecrets(baseUrl)}`;
    throw new VerificationError(
      `Failed to verify ${provider}: ${received}. Start the provider, or correct baseUrl.`,
      undefined,
      { cause },
    );
  }
}
