import { once } from 'node:events';

import { createAdaptorServer } from '@hono/node-server';

import { DemoError } from '../demo-error.ts';
import { leadDeskApp, type LeadDeskOptions } from './lead-desk-app.ts';

/** Lead Desk, as it runs. */
export interface LeadDesk extends AsyncDisposable {
  /** The address of the page, without a slash at the end. */
  readonly url: string;
  /** Stops it, open connections included. */
  readonly close: () => Promise<void>;
}

/**
 * Serves Lead Desk on this machine, on a free port when none is given.
 *
 * @throws {DemoError} when the port is taken.
 */
export async function startServer({
  port = 0,
  ...options
}: LeadDeskOptions & { readonly port?: number }): Promise<LeadDesk> {
  const server = createAdaptorServer({ fetch: leadDeskApp(options).fetch });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: Error) => {
    throw new DemoError(`Failed to serve the page: ${error.message}. Choose another port with --port.`, {
      cause: error,
    });
  });
  const address = server.address();
  const url = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
  const close = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
  };
  return { url, close, [Symbol.asyncDispose]: close };
}
