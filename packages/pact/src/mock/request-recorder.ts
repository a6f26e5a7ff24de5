import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

import { maskSecrets } from '@customer-contracts/pact-files/internal';

import type { InteractionDefinition } from '../contract/interaction-definition.ts';

/** Stands between a client and the mock, and keeps what goes through: Pact's core tells only where a body differs. */
export interface RequestRecorder extends AsyncDisposable {
  readonly url: string;
  /** The requests as they are expected, and as they came, whole. */
  compare(definitions: readonly InteractionDefinition[]): string;
}

/** Starts a recorder in front of the mock at a port of this machine. */
export async function startRequestRecorder(port: number): Promise<RequestRecorder> {
  // Only who asks for whole requests loads it: it is a fifth of what the harness costs to import.
  const { createServer, request } = await import('node:http');
  const received: string[] = [];
  const forward = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = incoming;
    const body = await buffer(incoming);
    received.push(wholeRequest(method, url, body.toString()));
    const sent = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outgoing);
    });
    sent.once('error', () => outgoing.destroy());
    sent.end(body);
  };
  const server = createServer((incoming, outgoing) => void forward(incoming, outgoing));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`,
    compare: (definitions) =>
      [
        ...definitions.map(({ request: { method, path, body } }) => {
          const text = body === undefined ? '' : JSON.stringify(body);
          return `expected ${wholeRequest(method, path.example, text)}`;
        }),
        ...received.map((text) => `received ${text}`),
      ].join('\n'),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A request as text, its body indented where it is JSON. */
function wholeRequest(method: string, path: string, body: string): string {
  return maskSecrets(`${method} ${path}${body === '' ? '' : ` ${indented(body)}`}`);
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
