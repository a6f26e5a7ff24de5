import { PactV4 } from '@pact-foundation/pact';

import { loadPage } from './consumer.ts';
import { readTrial, writeTrial } from './mutation-answers.ts';
import { likeEach } from './stock-contract-tests.ts';

/** A program that gives a consumer each answer of a trial with plain pact-js, and says in a file how long that took. */
const [, , given = '', trial = '', directory = ''] = process.argv;
const { answers } = readTrial(given);
const apiKey = 'benchmark';

const start = performance.now();
const provider = 'rebilly-customers-api';
const pact = new PactV4({ consumer: 'benchmark', provider, dir: directory, logLevel: 'warn' });
for (const [index, { id, status, contentType, body }] of answers.entries()) {
  await pact
    .addInteraction()
    .given('a customer exists', { id })
    .uponReceiving(`answer ${index}`)
    .withRequest('GET', `/customers/${id}`, (request) => request.headers({ 'REB-APIKEY': apiKey }))
    .willRespondWith(status, (answer) => {
      const json = jsonOf(body);
      return json === undefined ? answer.body(contentType, Buffer.from(body)) : answer.jsonBody(likeEach(json));
    })
    // Whether the consumer stands it is what the test would be about.
    .executeTest(({ url }) => loadPage(url, apiKey, id).catch(() => undefined));
}
writeTrial(trial, { seconds: (performance.now() - start) / 1000, answers });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
