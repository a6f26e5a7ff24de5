import type { VerifierOptions } from '@pact-foundation/pact-core';

/** A Pact Broker, which pacts of it are meant, and whether the results go back to it. */
export interface BrokerOptions {
  /** The broker's address. */
  readonly url: string;
  /** A token; or `username` and `password`. */
  readonly token?: string;
  readonly username?: string;
  readonly password?: string;
  /** Which consumer versions: the broker's own selectors. The main branch, and whatever is deployed or released, by default. */
  readonly consumerVersionSelectors?: NonNullable<VerifierOptions['consumerVersionSelectors']>;
  /** Whether new pacts may fail without failing the verification. Needs `version`'s branch. */
  readonly isPendingEnabled?: boolean;
  /** The provider's version. Where it is given, the results are published. */
  readonly version?: string;
  /** The branch of that version. */
  readonly branch?: string;
  /** The page of the build, for the broker's users. */
  readonly buildUrl?: string;
}

const defaultSelectors = [{ mainBranch: true }, { deployedOrReleased: true }];

/** The options of Pact's verifier for a broker. */
export function brokerOptions(broker: BrokerOptions): Partial<VerifierOptions> {
  const { url, token, username, password, version, branch, buildUrl } = broker;
  return {
    pactBrokerUrl: url,
    consumerVersionSelectors: [...(broker.consumerVersionSelectors ?? defaultSelectors)],
    ...(token === undefined ? {} : { pactBrokerToken: token }),
    ...(username === undefined ? {} : { pactBrokerUsername: username }),
    ...(password === undefined ? {} : { pactBrokerPassword: password }),
    ...(broker.isPendingEnabled === undefined ? {} : { enablePending: broker.isPendingEnabled }),
    ...(version === undefined ? {} : { providerVersion: version, publishVerificationResult: true }),
    ...(branch === undefined ? {} : { providerVersionBranch: branch }),
    ...(buildUrl === undefined ? {} : { buildUrl }),
  };
}
