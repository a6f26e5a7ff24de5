import type * as z from 'zod';

import { maskSecrets } from '../secrets/mask-secrets.ts';
import type { BrokerAccess } from './broker-access.ts';
import { BrokerError } from './broker-error.ts';
import { isProxied } from './is-proxied.ts';

/** How long a broker may take for an answer, in milliseconds. */
const patience = 30_000;

/**
 * Asks a Pact Broker: GET, or POST where there is a body. `target` is a path below the broker's address, or a link that it
 * gave.
 *
 * @returns what the schema makes of the JSON that it answers with.
 * @throws {BrokerError} when nothing answers, or something else than what was asked for.
 */
export async function askBroker<Schema extends z.ZodType>(
  broker: BrokerAccess,
  target: string,
  schema: Schema,
  body?: unknown,
): Promise<z.output<Schema>> {
  const url = new URL(target, broker.url.replace(/\/?$/, '/'));
  const { origin } = new URL(broker.url);
  if (url.origin !== origin) {
    // Credentials go to the broker alone. Behind a proxy it may not know its own address.
    throw failure(broker, `its links lead to ${url.origin}. Set PACT_BROKER_BASE_URL where the broker itself runs.`);
  }
  const { status, text } = await send(broker, url, body);
  if (status === 401 || status === 403) throw refusal(broker, status);
  if (status < 200 || status > 299) {
    const shown = maskSecrets(text.slice(0, 500), [broker.token, broker.password]);
    throw failure(broker, `it answers ${status} for ${url.pathname}: ${shown}. Correct what it names.`);
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw failure(broker, `${url.pathname} is not what a Pact Broker answers. Check that one is there.`, { cause });
  }
}

async function send(
  broker: BrokerAccess,
  url: URL,
  body: unknown,
): Promise<{ readonly status: number; readonly text: string }> {
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Accept: 'application/hal+json, application/json',
        'Content-Type': 'application/json',
        ...authorizationOf(broker),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal,
    });
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    const received = signal.aborted ? `no answer within ${patience / 1000} s` : 'nothing answers';
    const advice = isProxied()
      ? 'Check the address, or set NODE_USE_ENV_PROXY=1 (Node 22.21 or later) to go through the proxy'
      : 'Check the address, and that it runs';
    throw failure(broker, `${received}. ${advice}.`, { cause });
  }
}

function authorizationOf({ token, username, password = '' }: BrokerAccess): Readonly<Record<string, string>> {
  if (token !== undefined) return { Authorization: `Bearer ${token}` };
  if (username === undefined) return {};
  return { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

function refusal(broker: BrokerAccess, status: number): BrokerError {
  const credentials = broker.username === undefined ? 'no credentials' : 'this user name and password';
  const received = `it answers ${status} to ${broker.token === undefined ? credentials : 'this token'}`;
  return failure(broker, `${received}. Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.`);
}

function failure({ url }: BrokerAccess, problem: string, options?: ErrorOptions): BrokerError {
  return new BrokerError(`Failed to use the Pact Broker at ${url}: ${problem}`, url, options);
}
