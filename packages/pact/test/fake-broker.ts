import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import type { WrittenPact } from './written-pact.ts';

/** What stands in for a Pact Broker: a real one is in tests/broker. */
export interface FakeBroker extends AsyncDisposable {
  readonly url: string;
  /** The requests that came: method, path, headers, and the body as text. */
  readonly requests: readonly { readonly line: string; readonly headers: IncomingHttpHeaders; readonly body: string }[];
}

/** What a fake broker answers to a path: JSON with 200, or a status alone. */
export type FakeAnswer = (path: string, url: string) => unknown;

/** Starts a server that answers as a test says; a number is a status. */
export async function startFakeBroker(answer: FakeAnswer): Promise<FakeBroker> {
  const requests: { line: string; headers: IncomingHttpHeaders; body: string }[] = [];
  let url = '';
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, headers, url: path = '' } = request;
    requests.push({ line: `${method} ${path}`, headers, body: await text(request) });
    const answered = answer(path, url) ?? 404;
    const status = typeof answered === 'number' ? answered : 200;
    response.writeHead(status, { 'Content-Type': 'application/hal+json' }).end(JSON.stringify(answered));
  };
  const server = createServer((request, response) => void respond(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`;
  return {
    url,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The answers of a broker that has one pact, which is pending; it takes no results. */
export function brokerWith(pact: WrittenPact): FakeAnswer {
  const interactions = pact.interactions.map((interaction, index) => ({ ...interaction, _id: `id-${index}` }));
  return (path, url) =>
    ({
      '/': { _links: { 'pb:provider-pacts-for-verification': { href: `${url}/of/{provider}`, templated: true } } },
      '/of/rebilly-customers-api': {
        _embedded: {
          pacts: [
            {
              _links: { self: { href: `${url}/pact` } },
              shortDescription: '',
              verificationProperties: { pending: true, notices: [] },
            },
          ],
        },
        _links: { self: { href: `${url}/of/rebilly-customers-api` } },
      },
      '/pact': {
        ...pact,
        interactions,
        _links: { self: { href: `${url}/pact` }, 'pb:consumer-version': { name: '1.0.0' } },
      },
      '/matrix?q%5B%5D%5Bpacticipant%5D=rebilly-customers-api&q%5B%5D%5Bversion%5D=2.0.0': { matrix: [] },
    })[path];
}
