import { isCustomersApiError } from '@customer-contracts/client';

import { isThisMachine } from './this-machine.ts';

/** Why nobody can be reached, and what to do. */
export interface Unreachable {
  readonly received: string;
  readonly advice: string;
}

/** What each code of the platform means before anybody has answered. */
const beginnings: ReadonlyMap<string, Unreachable> = new Map([
  ['ECONNREFUSED', { received: 'nobody listens there', advice: 'Check the port, and that the API runs.' }],
  ['ENOTFOUND', { received: 'there is no host of that name', advice: 'Check the name.' }],
  [
    'EAI_AGAIN',
    { received: 'there is no host of that name, or nobody to ask for it', advice: 'Check the name, and the network.' },
  ],
  ['EHOSTUNREACH', { received: 'no way leads there', advice: 'Check the address, and the network.' }],
  ['ENETUNREACH', { received: 'no way leads there', advice: 'Check the address, and the network.' }],
]);

/** Codes of a certificate that nobody here trusts: OpenSSL's own names. */
const untrusted =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:GET_ISSUER|VERIFY)_\w+|CERT_UNTRUSTED)$/;

/**
 * Why a request can't reach the API, however often it is sent; `undefined` where it may yet. A refused connection, or a name that
 * nobody knows, may be an outage once the API has answered.
 */
export function unreachable(error: unknown, to: string, hasAnswered: boolean): Unreachable | undefined {
  const isTimeout = isCustomersApiError(error, 'TimeoutError');
  if (!isTimeout && !isCustomersApiError(error, 'NetworkError')) return undefined;
  const code = isTimeout ? '' : (error.code ?? '');
  const lasting = ofCertificate(code) ?? ofProtocol(code) ?? ofProxy(code);
  if (lasting !== undefined) return lasting;
  if (hasAnswered) return undefined;
  const beginning = beginnings.get(code) ?? ofHandshake(code);
  const proxy = unusedProxy(to);
  if (proxy !== undefined && (beginning !== undefined || isTimeout)) {
    const received = `${beginning?.received ?? 'nobody answers'}, and ${proxy} is set but not used`;
    const advice = `To go through the proxy: NODE_USE_ENV_PROXY=1, with Node 22.21 or 24.5 or later. Else: unset ${proxy}.`;
    return { received: withCode(received, code), advice };
  }
  return beginning && { ...beginning, received: withCode(beginning.received, code) };
}

function ofCertificate(code: string): Unreachable | undefined {
  if (untrusted.test(code)) {
    const advice = 'If it is your own, name its issuer: NODE_EXTRA_CA_CERTS=issuer.pem.';
    return { received: withCode('its certificate is of nobody whom this machine trusts', code), advice };
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return { received: withCode('its certificate is for another name', code), advice: 'Use the name that it is for.' };
  }
  if (code.startsWith('CERT_')) {
    const advice = 'Renew it, and check the date of this machine.';
    return { received: withCode('its certificate is not valid', code), advice };
  }
  return undefined;
}

function ofProtocol(code: string): Unreachable | undefined {
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG' || code === 'EPROTO') {
    return {
      received: withCode('it speaks no TLS, or none that this machine takes', code),
      advice: 'Check the port, and whether it is http.',
    };
  }
  if (!code.startsWith('HPE_')) return undefined;
  return { received: withCode('it speaks no HTTP', code), advice: 'Check the port, and whether it is https.' };
}

/** The two don't agree: on a version of TLS, or on who has to show a certificate. */
function ofHandshake(code: string): Unreachable | undefined {
  if (!code.startsWith('ERR_SSL_')) return undefined;
  const advice = 'Check which versions of TLS it takes, and whether it asks for a certificate.';
  return { received: 'it agrees on no TLS', advice };
}

function ofProxy(code: string): Unreachable | undefined {
  if (!code.startsWith('ERR_PROXY_')) return undefined;
  const advice = 'Check HTTPS_PROXY and HTTP_PROXY, or except the host: NO_PROXY.';
  return { received: withCode('the proxy refuses', code), advice };
}

/** The variable of a proxy that other programs would go through, and Node doesn't unless it is told. */
function unusedProxy(to: string): string | undefined {
  if (process.env['NODE_USE_ENV_PROXY'] === '1') return undefined;
  const { protocol, hostname } = new URL(to);
  if (isThisMachine(hostname) || isExcepted(hostname)) return undefined;
  const names = [protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY', 'ALL_PROXY'];
  return names.flatMap((name) => [name, name.toLowerCase()]).find((name) => process.env[name]);
}

/** Whether NO_PROXY names a host, or a domain that it is in. */
function isExcepted(host: string): boolean {
  const names = (process.env['NO_PROXY'] ?? process.env['no_proxy'] ?? '').toLowerCase().split(/[\s,]+/);
  return names
    .map((name) => name.replace(/:\d+$/, '').replace(/^\*?\./, ''))
    .some((name) => name === '*' || (name !== '' && `.${host}`.endsWith(`.${name}`)));
}

function withCode(received: string, code: string): string {
  return code === '' ? received : `${received}, ${code}`;
}
