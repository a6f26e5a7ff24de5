// A Customers API that keeps nothing: it has nine of ten customers of the fixtures, and shows them as they are asked for, one
// list of e-mail addresses after the other; and what is put is created. A program of its own.
import { customerFixtures } from '@customer-contracts/fixtures';

import { listenUntilStopped } from './listen-until-stopped.ts';

const customers = customerFixtures({ seed: 1 }).withLeadSource();
let shown = 0;

function list(url: string): string {
  const filter = new URL(url, 'http://127.0.0.1').searchParams.get('filter') ?? '';
  const asked = Array.from(filter.split(','), (_, position) => shown + position);
  shown += asked.length;
  const stored = asked
    .filter((index) => index % 10 !== 0)
    .map((index) => ({
      ...customers.responses.at(index),
      _embedded: { leadSource: customers.leadSources.at(index) },
    }));
  return JSON.stringify(stored);
}

listenUntilStopped((request, response) => {
  request.resume();
  request.on('end', () => {
    const [status, text] = request.method === 'PUT' ? [201, '{"id":"one"}'] : [200, list(request.url ?? '')];
    const body = Buffer.from(text);
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  });
});
