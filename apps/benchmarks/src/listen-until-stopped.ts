import { createServer, type RequestListener } from 'node:http';

/** Serves on a free port of this machine, prints the address for whoever started the program, and stops by SIGINT. */
export function listenUntilStopped(listener: RequestListener): void {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`);
  });
  process.once('SIGINT', () => {
    server.close();
    server.closeAllConnections();
  });
}
