import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

/** An answer of {@link answering}. */
export interface Answer {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

/** What a request is. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** How many there were of its method before. */
  readonly before: number;
}

/** A server that says what a test wants it to, and otherwise that nothing is there and everything is written. */
export async function answering(answer: (asked: Asked) => Answer | undefined) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, before: asked.filter((each) => each.method === method).length };
    asked.push(one);
    request.resume();
    request.on('end', () => {
      const { status, headers: others, body = '{}' } = answer(one) ?? usually(one);
      response.writeHead(status, { 'content-type': 'application/json', ...others }).end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return {
    asked,
    /** The options that lead to it. */
    target: { to: `http://${host}/organizations/demo`, apiKey: 'sk_of-the-test' },
    host,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function usually({ method, url }: Asked): Answer {
  if (method !== 'GET') return { status: 201, body: '{"id":"one"}' };
  return /\/customers\/./.test(url) ? { status: 404 } : { status: 200, body: '[]' };
}
