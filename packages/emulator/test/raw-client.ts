import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What came back for raw bytes: an answer, or nothing but a closed connection. */
export type RawReply = { readonly status: number; readonly head: string; readonly body: string } | 'closed';

/** Sends bytes as they are, one request after the other over one connection, and a new one where that was closed. */
export class RawClient {
  readonly #port: number;
  #socket: Socket | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  /**
   * Sends the bytes and reads one answer. With `hangUp`, nothing more is sent: it is the end of the caller.
   *
   * @throws Error where neither comes within ten seconds.
   */
  async send(bytes: Buffer, hangUp = false): Promise<RawReply> {
    const socket = await this.#connected();
    const reply = read(socket);
    socket.write(bytes);
    if (hangUp) socket.end();
    const received = await reply.finally(() => hangUp && this.close());
    if (received === 'closed' || /^connection: close/im.test(received.head)) this.close();
    return received;
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  async #connected(): Promise<Socket> {
    if (this.#socket?.writable === true) return this.#socket;
    const socket = connect(this.#port, '127.0.0.1');
    await once(socket, 'connect');
    // A connection that is reset shows as closed.
    socket.on('error', () => {});
    this.#socket = socket;
    return socket;
  }
}

function read(socket: Socket): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    let received = '';
    const deadline = setTimeout(() => {
      socket.destroy();
      settle(() => reject(new Error('No answer within ten seconds.')));
    }, 10_000);
    const settle = (done: () => void) => {
      clearTimeout(deadline);
      socket.off('data', onData).off('close', onClose);
      done();
    };
    const onData = (chunk: Buffer) => {
      received += chunk.toString('latin1');
      const reply = parse(received);
      if (reply !== undefined) settle(() => resolve(reply));
    };
    const onClose = () => settle(() => resolve('closed'));
    socket.on('data', onData).on('close', onClose);
  });
}

function parse(received: string): Exclude<RawReply, 'closed'> | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = received.slice(0, end);
  const status = Number(head.slice(9, 12));
  const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
  const body = received.slice(end + 4);
  if (status === 100) return parse(body);
  return body.length < length ? undefined : { status, head, body: body.slice(0, length) };
}
