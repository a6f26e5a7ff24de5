import type { Server } from 'node:net';

/** A server that listens on a free port of this machine, until it is disposed of. */
export async function listening(server: Server & { closeAllConnections?: () => void }) {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections?.();
      await new Promise((closed) => server.close(closed));
    },
  };
}
