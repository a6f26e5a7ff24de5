// A Customers API that has nothing and keeps nothing: lists are empty, and what is put is created. A program of its own.
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const [status, body] = request.method === 'PUT' ? [201, '{"id":"one"}'] : [200, '[]'];
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`);
});
process.once('SIGINT', () => {
  server.close();
  server.closeAllConnections();
});
