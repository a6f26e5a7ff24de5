import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** So many requests of one connection wait for the one before them; then nothing more is read from it for a while. */
const mostWaiting = 100;

interface Connection {
  /** How many requests wait. */
  waiting: number;
  /** Resolves when all that came so far has been answered. */
  answered: Promise<void>;
  /** Whether what comes can't be read any more. */
  isBroken: boolean;
  /** Who waits for the rest of a request, and has to hear of that: one at a time, since all is done in turn. */
  onBroken: () => void;
}

/** The connections of a server: what one asks for is done in turn, and what goes wrong with it ends nothing but itself. */
export class Connections {
  readonly #open = new Map<Duplex, Connection>();

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      const forget = () => this.#open.delete(socket);
      // Node hears errors while it reads requests, and no longer when it has handed the socket over. It doesn't always tell
      // the end of a socket that has failed.
      socket.on('error', forget).on('close', forget);
      this.#open.set(socket, { waiting: 0, answered: Promise.resolve(), isBroken: false, onBroken: nothing });
    });
    // A connection that could not be accepted, as when there are too many.
    server.on('error', nothing);
  }

  /**
   * Does the work when all that came before it on the connection has been answered: no request overtakes another one
   * (RFC 9112, 9.3.2). Not at all where the connection is gone by then.
   */
  inTurn(socket: Duplex, work: () => Promise<void> | void): void {
    const connection = this.#open.get(socket);
    if (connection === undefined) return;
    connection.waiting += 1;
    if (connection.waiting === mostWaiting) socket.pause();
    connection.answered = takeTurn(connection, socket, work);
  }

  /** Calls back when no more of the connection can be read, so that nobody waits for the rest of a request. */
  onBroken(socket: Duplex, callback: () => void): void {
    const connection = this.#open.get(socket);
    if (connection === undefined || connection.isBroken) return callback();
    connection.onBroken = callback;
  }

  /** Says that no more of the connection can be read. */
  break(socket: Duplex): void {
    const connection = this.#open.get(socket);
    if (connection === undefined || connection.isBroken) return;
    connection.isBroken = true;
    connection.onBroken();
  }

  /** Ends them all. */
  destroy(): void {
    for (const socket of this.#open.keys()) socket.destroy();
  }
}

async function takeTurn(connection: Connection, socket: Duplex, work: () => Promise<void> | void): Promise<void> {
  if (connection.waiting > 1) await connection.answered;
  if (!socket.destroyed) await work();
  if (connection.waiting === mostWaiting) socket.resume();
  connection.waiting -= 1;
}

function nothing(): void {}
