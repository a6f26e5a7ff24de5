import * as z from 'zod';

import type { PactDocument } from '../document/pact-document.ts';
import { readAnyPact, withInteractions } from '../document/parse-pact.ts';
import { PactFileError } from '../pact-error.ts';
import { BrokerError } from './broker-error.ts';
import { askBroker, type BrokerAccess, brokerAccess, hrefFor, Link } from './pact-broker.ts';

const Page = z.object({
  _links: z.object({
    'pb:latest-provider-pacts': Link.optional(),
    'pb:pacts': z.array(Link).optional(),
    pacts: z.array(Link).optional(),
  }),
});
// A broker's pact has links, too, but no page has a consumer.
const Pact = z.looseObject({ consumer: z.looseObject({}) });

/** What reads one pact. */
export type ReadPact = () => Promise<PactDocument>;

/**
 * What reads the pacts at an address: of a pact, of a broker's list of pacts, or of the broker itself, which gives the
 * latest pact of each consumer of the provider. In a list, pacts of messages alone have their place.
 *
 * @throws {BrokerError} when nothing answers, or something else than pacts.
 * @throws {PactFileError} when there is no pact.
 */
export async function fetchPacts(url: string, provider: string): Promise<readonly ReadPact[]> {
  const broker = brokerAccess({ url }, { isPlace: true });
  const answer = await askBroker(broker, url, z.union([Pact, Page]));
  if ('consumer' in answer) return [async () => withInteractions(readAnyPact(answer, url))];
  const pacts = await listedPacts(broker, Page.parse(answer), provider);
  if (pacts.length > 0)
    return pacts.map(
      ({ href }) =>
        async () =>
          fetchPact(broker, href),
    );
  throw new PactFileError(
    `Failed to read ${url}: it has no pact with ${provider}. Publish one, or name the provider as the broker knows it.`,
    [url],
  );
}

/** The list of a page, or of the page that it leads to: a broker's index leads to one, and that one nowhere. */
async function listedPacts(
  broker: BrokerAccess,
  page: z.infer<typeof Page>,
  provider: string,
): Promise<readonly Link[]> {
  const { 'pb:latest-provider-pacts': latest } = page._links;
  if (latest === undefined) return linksOf(page);
  const list = await askBroker(broker, hrefFor(latest, provider), Page);
  if (list._links['pb:latest-provider-pacts'] === undefined) return linksOf(list);
  throw new BrokerError(
    `Failed to use the Pact Broker at ${broker.url}: its list of pacts leads to a list of pacts. Check that a broker is there.`,
    broker.url,
  );
}

function linksOf({ _links: { 'pb:pacts': current, pacts = [] } }: z.infer<typeof Page>): readonly Link[] {
  return current ?? pacts;
}

async function fetchPact(broker: BrokerAccess, href: string): Promise<PactDocument> {
  return readAnyPact(await askBroker(broker, href, Pact), href);
}
