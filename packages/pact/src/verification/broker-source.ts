import type { VerifierOptions } from '@pact-foundation/pact-core';
import * as z from 'zod';

import { askBroker } from '../broker/ask-broker.ts';
import { type BrokerAccess, brokerAccess } from '../broker/broker-access.ts';
import { BrokerError } from '../broker/broker-error.ts';
import { hrefFor, Link } from '../broker/link.ts';
import { type BrokerOptions, selectorsOf } from './broker-options.ts';
import type { PactSource } from './pact-source.ts';
import { VerificationError } from './verification-error.ts';

const relation = 'pb:provider-pacts-for-verification';
const Index = z.object({ _links: z.object({ [relation]: Link }) });
const PactsForVerification = z.object({
  _embedded: z.object({ pacts: z.array(z.object({ _links: z.object({ self: Link }) })) }),
});

/** An interaction over HTTP, of any version of Pact. */
const BrokerInteraction = z
  .object({
    _id: z.string(),
    request: z.looseObject({ method: z.string(), path: z.string() }),
    response: z.looseObject({ status: z.number() }),
    comments: z.record(z.string(), z.unknown()).optional(),
    providerStates: z
      .array(z.looseObject({ name: z.string(), params: z.record(z.string(), z.unknown()).optional() }))
      .optional(),
  })
  .transform(({ _id: id, ...interaction }) => ({ id, ...interaction }));

const BrokerPact = z.object({
  consumer: z.object({ name: z.string() }),
  // Messages, which Pact knows as well, have no cell.
  interactions: z.array(z.union([BrokerInteraction, z.unknown().transform(() => undefined)])).default([]),
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
export async function brokerSource(options: BrokerOptions, provider: string): Promise<PactSource> {
  if (options.isPendingEnabled === true && !options.branch) {
    throw new VerificationError(
      `Failed to verify ${provider}: pending pacts are asked for, and no branch is given. Give the branch of the provider's version.`,
    );
  }
  const broker = brokerAccess(options);
  const { _links: links } = await askBroker(broker, '', Index);
  const { _embedded: found } = await askBroker(broker, hrefFor(links[relation], provider), PactsForVerification, {
    consumerVersionSelectors: selectorsOf(options),
    includePendingStatus: options.isPendingEnabled ?? false,
    ...(options.branch === undefined ? {} : { providerVersionBranch: options.branch }),
  });
  if (found.pacts.length === 0) {
    const received = `it has no pact with ${provider} for ${JSON.stringify(selectorsOf(options))}`;
    throw new BrokerError(
      `Failed to use the Pact Broker at ${broker.url}: ${received}. Publish one, or select others.`,
      broker.url,
    );
  }
  const pacts = await Promise.all(found.pacts.map(({ _links: { self } }) => askBroker(broker, self.href, BrokerPact)));
  return {
    options: verifierOptions(broker, options),
    find: ({ consumer, interactionId }) =>
      pacts
        .filter((pact) => pact.consumer.name === consumer)
        .flatMap(({ interactions }) => interactions)
        .find((interaction) => interaction?.id === interactionId),
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
        .filter(({ _links: { self } }) => !published.has(self.href))
        .map(({ consumer, _links }) => `${consumer.name} ${_links['pb:consumer-version'].name}`);
    },
  };
}

function verifierOptions(broker: BrokerAccess, options: BrokerOptions): Partial<VerifierOptions> {
  const { url, token, username, password } = broker;
  const { isPendingEnabled, version, branch, buildUrl } = options;
  return {
    pactBrokerUrl: url,
    consumerVersionSelectors: [...selectorsOf(options)],
    ...(token === undefined ? {} : { pactBrokerToken: token }),
    ...(username === undefined ? {} : { pactBrokerUsername: username }),
    ...(password === undefined ? {} : { pactBrokerPassword: password }),
    ...(isPendingEnabled === undefined ? {} : { enablePending: isPendingEnabled }),
    ...(version === undefined ? {} : { providerVersion: version, publishVerificationResult: true }),
    ...(branch === undefined ? {} : { providerVersionBranch: branch }),
    ...(buildUrl === undefined ? {} : { buildUrl }),
  };
}
