import { once } from 'node:events';
import { connect, isIP } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';

import { isLoopback, maskSecrets, proxyFor, unbracketed } from '@customer-contracts/pact-files/internal';

import { VerificationError } from './verification-error.ts';

/**
 * Makes sure that somebody listens at the provider's address, whatever it answers: Pact's verifier would say of each
 * interaction that it could not connect. `timeout` is in milliseconds. Where the verifier goes through a proxy, nobody can
 * tell from here.
 *
 * @returns what is wrong with its TLS, by Node's own judgement; Pact's verifier gives no reason.
 * @throws {VerificationError} when nobody listens.
 */
export async function checkReachable(baseUrl: string, provider: string, timeout: number): Promise<string | undefined> {
  if (proxyFor(baseUrl) && !isLoopback(baseUrl)) return undefined;
  const url = new URL(baseUrl);
  const isTls = url.protocol === 'https:';
  const host = unbracketed(url.hostname);
  const address = { host, port: Number(url.port) || (isTls ? 443 : 80) };
  const signal = AbortSignal.timeout(timeout);
  const refuse = (received: string, cause: unknown) =>
    new VerificationError(
      `Failed to verify ${provider}: ${received} at ${maskSecrets(baseUrl)}. Start the provider, or correct baseUrl.`,
      undefined,
      { cause },
    );
  const socket = connect(address);
  try {
    await once(socket, 'connect', { signal });
  } catch (cause) {
    socket.destroy();
    throw refuse(signal.aborted ? `nothing answers within ${timeout} ms` : 'nothing answers', cause);
  }
  if (!isTls) {
    socket.destroy();
    return undefined;
  }
  const secure = connectTls({ socket, ...(isIP(host) ? {} : { servername: host }), rejectUnauthorized: false });
  try {
    await once(secure, 'secureConnect', { signal });
    return certificateProblem(secure);
  } catch (cause) {
    return `it speaks no TLS (${cause instanceof Error ? cause.message.trim() : String(cause)}). Correct baseUrl`;
  } finally {
    secure.destroy();
  }
}

function certificateProblem({ authorized, authorizationError }: TLSSocket): string | undefined {
  if (authorized) return undefined;
  const advice = 'Name the certificate that signed it in SSL_CERT_FILE or NODE_EXTRA_CA_CERTS';
  return `its certificate is not trusted (${String(authorizationError)}). ${advice}, or give disableSslVerification: true`;
}
