import { once } from 'node:events';
import { Server } from 'node:http';
import { join } from 'node:path';

import { runServer } from 'verdaccio';

export interface Registry extends AsyncDisposable {
  /** Where it listens, with the slash at the end that npm wants. */
  readonly url: string;
}

/**
 * A real npm registry on a free port of this machine, which holds nothing but what is published to it. It has no uplink:
 * a project asks it for the one scope, and the registry of its own settings for everything else.
 */
export async function startRegistry(folder: string): Promise<Registry> {
  const server: unknown = await runServer({
    configPath: join(folder, 'verdaccio.yaml'),
    storage: join(folder, 'storage'),
    uplinks: {},
    packages: { '@customer-contracts/*': { access: ['$all'], publish: ['$all'] } },
    log: { type: 'stdout', format: 'pretty', level: 'fatal' },
  });
  if (!(server instanceof Server)) throw new TypeError('Failed to start a registry: verdaccio gave no server.');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error(`The registry listens at ${address}, not at a port.`);
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
