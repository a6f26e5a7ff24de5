import * as z from 'zod';

import { askBroker, type BrokerAccess, hrefFor, Link } from './pact-broker.ts';

/** What a provider version stands for in a broker: a document, a sandbox, a stand-in, and what it says about each pact. */
export interface Evidence {
  /** The provider's name in the broker. */
  readonly provider: string;
  /** The version's name, which is the environment's as well: `document-2026-08-21`. */
  readonly version: string;
  readonly results: readonly EvidenceResult[];
}

/** What the evidence says about one pact. */
export interface EvidenceResult {
  /** The address of the pact at the broker. */
  readonly pact: string;
  readonly isPassed: boolean;
  /** Why, as data. The broker shows it with the result. */
  readonly testResults: unknown;
}

const PactPage = z.object({ _links: z.object({ 'pb:publish-verification-results': Link }) });
const Index = z.object({
  _links: z.object({ 'pb:environments': Link, 'pb:pacticipant-version': Link }),
});
const Environments = z.object({ _embedded: z.object({ environments: z.array(z.object({ name: z.string() })) }) });
const Version = z.object({
  _links: z.object({ 'pb:record-deployment': z.array(Link.extend({ name: z.string() })).default([]) }),
});
const Anything = z.looseObject({});

/**
 * Publishes evidence: one verification result for each pact, and a deployment of the version to the environment of its name, which
 * is made if it isn't there. Twice is as good as once.
 *
 * @throws {BrokerError} when the broker can't be reached, or takes it not.
 */
export async function publishEvidence(broker: BrokerAccess, { provider, version, results }: Evidence): Promise<void> {
  for (const { pact, isPassed, testResults } of results) {
    const { _links: links } = await askBroker(broker, pact, PactPage);
    await askBroker(broker, links['pb:publish-verification-results'].href, Anything, {
      success: isPassed,
      providerApplicationVersion: version,
      testResults,
      verifiedBy: { implementation: 'customer-pact drift' },
    });
  }
  const { _links: links } = await askBroker(broker, '', Index);
  const { href } = links['pb:environments'];
  const { _embedded: known } = await askBroker(broker, href, Environments);
  if (!known.environments.some(({ name }) => name === version)) {
    await askBroker(broker, href, Anything, { name: version, displayName: version, production: false });
  }
  const address = hrefFor(links['pb:pacticipant-version'], provider)
    .replace('{pacticipant}', encodeURIComponent(provider))
    .replace('{version}', encodeURIComponent(version));
  const { _links: deployments } = await askBroker(broker, address, Version);
  const own = deployments['pb:record-deployment'].find(({ name }) => name === version);
  if (own !== undefined) await askBroker(broker, own.href, Anything, {});
}
