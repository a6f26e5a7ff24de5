import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** An answer in the place of the API's. */
export interface OwnAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Stands before an API, and answers some requests itself. */
export async function before(api: string, answer: (method: string, url: string) => OwnAnswer | undefined) {
  const server = createServer((request, response) => {
    void (async () => {
      const { method = '', url = '', headers } = request;
      const body = await text(request);
      const own = answer(method, url);
      if (own !== undefined) {
        response.writeHead(own.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(own.body));
        return;
      }
      const passed = await fetch(new URL(url, api), {
        method,
        headers: { 'REB-APIKEY': String(headers['reb-apikey']), 'Content-Type': 'application/json' },
        ...(body !== '' && { body }),
      });
      response.writeHead(passed.status, Object.fromEntries(passed.headers)).end(await passed.text());
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    to: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}${new URL(api).pathname}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
