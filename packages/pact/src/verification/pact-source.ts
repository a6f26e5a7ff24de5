import {
  type HttpInteraction,
  askBroker,
  pactFromJson,
  type BrokerAccess,
  brokerAccess,
  BrokerError,
  hrefFor,
  Link,
  type BrokerAddress,
  type LeftOut,
} from '@customer-contracts/pact-files/internal';
import type { VerifierOptions } from '@pact-foundation/pact-core';
import * as z from 'zod';

import type { CoreResult } from './run-verifier.ts';
import { VerificationError } from './verification-error.ts';

/** Where pacts come from. */
export interface PactSource {
  /** What Pact's verifier is asked for, one after the other or side by side; nothing where there is no pact yet. */
  readonly runs: readonly VerifierRun[];
  readonly leftOut: LeftOut;
  /** The pacts whose results were to be published and weren't, each by consumer and version. */
  unpublished(): Promise<readonly string[]>;
  /** Takes away what the source needed on disk. */
  remove(): void;
}

/** One run of Pact's verifier. */
export interface VerifierRun {
  /** What it is told about the pacts. */
  readonly options: Partial<VerifierOptions>;
  /** The interaction that a result is about; `undefined` where the pacts changed meanwhile. */
  find(result: CoreResult): HttpInteraction | undefined;
}

/** Whose pacts are wanted, and whether there may be none. */
export interface Wanted {
  readonly provider: string;
  readonly mayBeNone: boolean;
}

const relation = 'pb:provider-pacts-for-verification';
const Index = z.object({ _links: z.object({ [relation]: Link }) });
const PactsForVerification = z.object({
  _embedded: z.object({ pacts: z.array(z.object({ _links: z.object({ self: Link }) })) }),
});

const BrokerPact = z.looseObject({
  _links: z.object({ self: Link, 'pb:consumer-version': z.object({ name: z.string() }) }),
});

const Matrix = z.object({
  matrix: z.array(
    z.object({
      pact: z.object({ _links: z.object({ self: Link }) }),
      verificationResult: z.unknown(),
    }),
  ),
});

/**
 * The pacts of a provider in a Pact Broker. Pact's verifier takes them from there by itself; they are read beforehand for
 * what it doesn't tell, and because its own words for a broker that can't be used are a log.
 *
 * @throws {BrokerError} when the broker can't be used, or has no pact that fits.
 * @throws {VerificationError} when pending pacts are asked for without a branch, which the broker decides by.
 */
export async function brokerSource(options: BrokerOptions, { provider, mayBeNone }: Wanted): Promise<PactSource> {
  const { isPendingEnabled = false, includeWipPactsSince } = options;
  const needs = [
    ...(isPendingEnabled ? ['pending pacts'] : []),
    ...(includeWipPactsSince === undefined ? [] : ['work in progress']),
  ];
  if (needs.length > 0 && !options.branch) {
    throw new VerificationError(
      `Failed to verify ${provider}: ${needs.join(' and ')} are asked for, and no branch is given. Give the branch of the provider's version.`,
    );
  }
  const broker = brokerAccess(options);
  const { _links: links } = await askBroker(broker, '', Index);
  const asked = askBroker(broker, hrefFor(links[relation], provider), PactsForVerification, {
    consumerVersionSelectors: selectorsOf(options),
    includePendingStatus: isPendingEnabled,
    ...(options.branch === undefined ? {} : { providerVersionBranch: options.branch }),
    ...(includeWipPactsSince === undefined ? {} : { includeWipPactsSince }),
  });
  const { _embedded: found } = await asked.catch((error: unknown) => {
    // The broker knows a provider by its first pact.
    if (mayBeNone && error instanceof BrokerError && error.status === 404) return { _embedded: { pacts: [] } };
    throw error;
  });
  if (found.pacts.length === 0 && mayBeNone) return nothing;
  if (found.pacts.length === 0) {
    const received = `it has no pact with ${provider} for ${JSON.stringify(selectorsOf(options))}`;
    throw new BrokerError(
      `Failed to use the Pact Broker at ${broker.url}: ${received}. Publish one, or select others.`,
      broker.url,
    );
  }
  const pacts = await Promise.all(
    found.pacts.map(async ({ _links: { self } }) => {
      const json = await askBroker(broker, self.href, BrokerPact);
      return { ...pactFromJson(json, self.href), links: json._links };
    }),
  );
  return {
    ...nothing,
    runs: [
      {
        options: verifierOptions(broker, options),
        find: ({ consumer, interactionId }) =>
          pacts
            .filter((pact) => pact.consumer === consumer)
            .flatMap(({ interactions }) => interactions)
            .find(({ id }) => id === interactionId),
      },
    ],
    async unpublished() {
      if (options.version === undefined) return [];
      const query = new URLSearchParams([
        ['q[][pacticipant]', provider],
        ['q[][version]', options.version],
      ]);
      const { matrix } = await askBroker(broker, `matrix?${query.toString()}`, Matrix);
      const published = new Set(
        matrix.filter(({ verificationResult }) => verificationResult).map(({ pact }) => pact._links.self.href),
      );
      return pacts
        .filter(({ links }) => !published.has(links.self.href))
        .map(({ consumer, links }) => `${consumer} ${links['pb:consumer-version'].name}`);
    },
  };
}

/** No pact, and nothing else. */
const nothing: PactSource = {
  runs: [],
  leftOut: { pacts: 0, messages: 0 },
  unpublished: () => Promise.resolve([]),
  remove: () => {},
};

function verifierOptions(broker: BrokerAccess, options: BrokerOptions): Partial<VerifierOptions> {
  const { url, token, username, password } = broker;
  const { isPendingEnabled, includeWipPactsSince, version, branch, buildUrl } = options;
  return {
    pactBrokerUrl: url,
    consumerVersionSelectors: [...selectorsOf(options)],
    ...(token === undefined ? {} : { pactBrokerToken: token }),
    ...(username === undefined ? {} : { pactBrokerUsername: username }),
    ...(password === undefined ? {} : { pactBrokerPassword: password }),
    ...(isPendingEnabled === undefined ? {} : { enablePending: isPendingEnabled }),
    ...(includeWipPactsSince === undefined ? {} : { includeWipPactsSince }),
    ...(version === undefined ? {} : { providerVersion: version, publishVerificationResult: true }),
    ...(branch === undefined ? {} : { providerVersionBranch: branch }),
    ...(buildUrl === undefined ? {} : { buildUrl }),
  };
}

/**
 * A Pact Broker, which pacts of it are meant, and whether the results go back to it. `{}` is the broker and the
 * credentials of the environment.
 */
export interface BrokerOptions extends BrokerAddress {
  /**
   * Which consumer versions: the broker's own selectors. By default those of the main branch, of the branch of the same name
   * as `branch`, and whatever is deployed or released.
   */
  readonly consumerVersionSelectors?: NonNullable<VerifierOptions['consumerVersionSelectors']>;
  /** Whether a pact that this provider never honoured may fail without failing the verification. Needs `branch`. `false` by default. */
  readonly isPendingEnabled?: boolean;
  /** A date, `2026-11-30`: what consumers' branches have published since comes, too, as pending. Needs `branch`. None by default. */
  readonly includeWipPactsSince?: string;
  /** The provider's version. Where it is given, the results are published. */
  readonly version?: string;
  /** The branch of that version. */
  readonly branch?: string;
  /** The page of the build, for the broker's users. */
  readonly buildUrl?: string;
}

/** The selectors of a verification. */
function selectorsOf({
  consumerVersionSelectors,
  branch,
}: BrokerOptions): NonNullable<VerifierOptions['consumerVersionSelectors']> {
  const sameBranch = branch === undefined ? [] : [{ matchingBranch: true }];
  return consumerVersionSelectors ?? [{ mainBranch: true }, ...sameBranch, { deployedOrReleased: true }];
}
