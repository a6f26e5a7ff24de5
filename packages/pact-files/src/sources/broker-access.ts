import { BrokerError } from './broker-error.ts';

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
}

/**
 * How a Pact Broker is reached. Credentials of the environment count only where none are given.
 *
 * @throws {BrokerError} when there is no address or a wrong one, or there are two kinds of credentials.
 */
export function brokerAccess(given: BrokerAddress = {}): BrokerAccess {
  const url = given.url ?? setting('PACT_BROKER_BASE_URL');
  const problem = problemOf(url);
  if (url === undefined || problem !== undefined)
    throw new BrokerError(`Failed to use the Pact Broker: ${problem}`, '');
  const isGiven = [given.token, given.username, given.password].some((each) => each !== undefined);
  const { token, username, password } = isGiven ? given : credentialsOfEnvironment();
  if (token !== undefined && username !== undefined) {
    throw new BrokerError(`Failed to use the Pact Broker at ${url}: there are a token and a user name. Keep one.`, url);
  }
  return { url, token, username, password };
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
