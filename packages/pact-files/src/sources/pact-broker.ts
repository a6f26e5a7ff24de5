import * as z from 'zod';

import { maskSecrets } from '../secrets.ts';
import { BrokerError } from './broker-error.ts';
import { proxyFor } from './proxy.ts';

/** Where a Pact Broker is, and who asks. What is not said comes from the environment, by Pact's own names. */
export interface BrokerAddress {
  /** The broker's address. `PACT_BROKER_BASE_URL` by default. */
  readonly url?: string;
  /** A token: `PACT_BROKER_TOKEN` by default. Or `username` and `password`: `PACT_BROKER_USERNAME` and `PACT_BROKER_PASSWORD`. */
  readonly token?: string;
  readonly username?: string;
  readonly password?: string;
}

/** A Pact Broker whose address is known, and the credentials if it takes any. */
export interface BrokerAccess {
  readonly url: string;
  readonly token: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** Whether the environment has credentials that are not for this address. */
  readonly isWithheld?: boolean;
}

/**
 * How a Pact Broker is reached. Credentials of the environment count only where none are given, and only for the origin of
 * `PACT_BROKER_BASE_URL`; where that is not set, for an address that somebody has configured, and not for a place of pacts.
 *
 * @throws {BrokerError} when there is no address or a wrong one, or there are two kinds of credentials.
 */
export function brokerAccess(
  given: BrokerAddress = {},
  { isPlace = false }: { readonly isPlace?: boolean } = {},
): BrokerAccess {
  const url = given.url ?? setting('PACT_BROKER_BASE_URL');
  const problem = problemOf(url);
  if (url === undefined || problem !== undefined)
    throw new BrokerError(`Failed to use the Pact Broker: ${problem}`, '');
  const isGiven = [given.token, given.username, given.password].some((each) => each !== undefined);
  const ofEnvironment = credentialsOfEnvironment();
  const isWithheld = !isGiven && Object.values(ofEnvironment).some(Boolean) && !isTrusted(url, isPlace);
  const { token, username, password } = isGiven ? given : isWithheld ? {} : ofEnvironment;
  if (token !== undefined && username !== undefined) {
    throw new BrokerError(`Failed to use the Pact Broker at ${url}: there are a token and a user name. Keep one.`, url);
  }
  return { url, token, username, password, isWithheld };
}

/** What is wrong with an address; it is not shown where it may hold a password. */
function problemOf(url: string | undefined): string | undefined {
  if (url === undefined) return 'PACT_BROKER_BASE_URL is not set. Set it, or give the url of the broker.';
  if (!URL.canParse(url) || !/^https?:\/\//i.test(url)) {
    return `its address is ${JSON.stringify(url)}. Give a URL that starts with http:// or https://.`;
  }
  const { username, password } = new URL(url);
  if (username === '' && password === '') return undefined;
  return 'its address holds credentials. Set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD instead.';
}

/** Whether the credentials of the environment are for an address. */
function isTrusted(url: string, isPlace: boolean): boolean {
  const named = setting('PACT_BROKER_BASE_URL');
  if (named === undefined) return !isPlace;
  return URL.canParse(named) && new URL(named).origin === new URL(url).origin;
}

function credentialsOfEnvironment(): Omit<BrokerAccess, 'url'> {
  return {
    token: setting('PACT_BROKER_TOKEN'),
    username: setting('PACT_BROKER_USERNAME'),
    password: setting('PACT_BROKER_PASSWORD'),
  };
}

/** A variable of the environment; an empty one counts as none. */
function setting(name: string): string | undefined {
  return process.env[name] || undefined;
}

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
    throw failure(broker, `it answers ${status} for ${url.pathname}: ${shown}. Correct what it names.`, { status });
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
    const advice = proxyFor(broker.url)
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
  if (broker.isWithheld === true) {
    const reason = `it answers ${status} to no credentials: those of the environment are for PACT_BROKER_BASE_URL alone`;
    return failure(broker, `${reason}. Set it to ${new URL(broker.url).origin}, if they are for that.`, { status });
  }
  const credentials = broker.username === undefined ? 'no credentials' : 'this user name and password';
  const received = `it answers ${status} to ${broker.token === undefined ? credentials : 'this token'}`;
  return failure(broker, `${received}. Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.`, {
    status,
  });
}

function failure(
  { url }: BrokerAccess,
  problem: string,
  options?: ErrorOptions & { readonly status?: number },
): BrokerError {
  return new BrokerError(`Failed to use the Pact Broker at ${url}: ${problem}`, url, options);
}

/** A link of a Pact Broker's answer (HAL). */
export const Link = z.object({ href: z.string() });
/** A link of a Pact Broker's answer (HAL). */
export type Link = z.infer<typeof Link>;

/** The address of a link that is a template with the provider's name in it. */
export function hrefFor({ href }: Link, provider: string): string {
  return href.replace('{provider}', encodeURIComponent(provider));
}
