import { once } from 'node:events';

import type { CustomersClient } from '@customer-contracts/client';
import { createAdaptorServer } from '@hono/node-server';

import { DemoError } from './demo-error.ts';
import { page } from './page.ts';

/**
 * Serves the page on this machine until the signal comes, and says where.
 *
 * @throws DemoError when the port is taken.
 */
export async function servePage(client: CustomersClient, port: number, signal: AbortSignal): Promise<void> {
  const server = createAdaptorServer({ fetch: page(client).fetch });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: Error) => {
    throw new DemoError(`Failed to serve the page: ${error.message}. Choose another port with --port.`, {
      cause: error,
    });
  });
  const address = server.address();
  const url = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
  process.stdout.write(`\nThe customers are at ${url} until you press Ctrl-C.\n`);
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
    if (signal.aborted) resolve(undefined);
  });
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
}
