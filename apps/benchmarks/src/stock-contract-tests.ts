import { customerFixtures } from '@customer-contracts/fixtures';
import { MatchersV3, PactV4 } from '@pact-foundation/pact';

import { Page, type It, loadPage } from './consumer.ts';

const apiKey = 'benchmark';
const page = Page.parse(customerFixtures({ seed: 1 }).complete().responses.at(0));

/** The same contract test for each id, as a team writes it with plain pact-js, which keeps the pact file in a directory. */
export function contractTests(it: It, ids: readonly string[], dir = 'pacts'): void {
  const pact = new PactV4({ consumer: 'benchmark', provider: 'rebilly-customers-api', dir, logLevel: 'warn' });
  for (const id of ids) {
    it(`shows ${id}`, () =>
      pact
        .addInteraction()
        .given('a customer exists', { id })
        .uponReceiving(`get customer ${id}`)
        .withRequest('GET', `/customers/${id}`, (request) => request.headers({ 'REB-APIKEY': apiKey }))
        .willRespondWith(200, (answer) => answer.jsonBody(likeEach({ ...page, id })))
        .executeTest(({ url }) => loadPage(url, apiKey, id)));
  }
}

/** A matcher for the type of each member, as one writes them by hand. */
export function likeEach(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : MatchersV3.eachLike(likeEach(value[0]));
  if (typeof value !== 'object' || value === null) return MatchersV3.like(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, likeEach(member)]));
}
