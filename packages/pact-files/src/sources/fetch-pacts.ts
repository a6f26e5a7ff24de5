import * as z from 'zod';

import type { PactDocument } from '../document/pact-document.ts';
import { parsePact } from '../document/parse-pact.ts';
import { PactFileError } from '../pact-error.ts';
import { askBroker, type BrokerAccess, brokerAccess, hrefFor, Link } from './pact-broker.ts';

const Page = z.object({
  _links: z.object({
    'pb:latest-provider-pacts': Link.optional(),
    'pb:pacts': z.array(Link).optional(),
    pacts: z.array(Link).optional(),
  }),
});
// A broker's pact has links, too, but no page has a consumer.
const Pact = z.looseObject({ consumer: z.looseObject({ name: z.string() }) });

/**
 * The pacts at an address: a pact, a broker's list of pacts, or the broker itself, which gives the latest pact of each
 * consumer of the provider.
 *
 * @throws {BrokerError} when nothing answers, or something else than pacts.
 * @throws {PactFileError} when there is no pact.
 */
export async function fetchPacts(url: string, provider: string): Promise<readonly PactDocument[]> {
  const pacts = await pactsAt(brokerAccess({ url }), url, provider);
  if (pacts.length > 0) return pacts;
  throw new PactFileError(
    `Failed to read ${url}: it has no pact with ${provider}. Publish one, or name the provider as the broker knows it.`,
    [url],
  );
}

async function pactsAt(broker: BrokerAccess, url: string, provider: string): Promise<readonly PactDocument[]> {
  const answer = await askBroker(broker, url, z.union([Pact, Page]));
  if ('consumer' in answer) return [parsePact(JSON.stringify(answer), url)];
  const { 'pb:latest-provider-pacts': latest, 'pb:pacts': current, pacts = [] } = Page.parse(answer)._links;
  if (latest !== undefined) return pactsAt(broker, hrefFor(latest, provider), provider);
  const each = (current ?? pacts).map(({ href }) => pactsAt(broker, href, provider));
  return (await Promise.all(each)).flat();
}
