import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

/** A provider that answers every request with this status and a body of the test's making; with none, it never answers. */
export async function startProvider(
  bodyFor: (request: IncomingMessage) => unknown,
  status = 200,
): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    const body = bodyFor(request);
    if (body !== undefined)
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
