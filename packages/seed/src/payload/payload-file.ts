import { hash, randomUUID } from 'node:crypto';
import {
  type BigIntStats,
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  openSync,
  readSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAbortSignal } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { harmless } from '@customer-contracts/schemas/internal';

import { PayloadError } from '../seed-error.ts';
import { longestLine } from './read-record.ts';

/** Where a line is: its number, from 1, and its place in bytes. Of one that is too long, only the beginning is read. */
export interface LinePlace {
  readonly line: number;
  readonly offset: number;
  readonly length: number;
}

/** A line that isn't empty. */
export interface PayloadLine extends LinePlace {
  readonly bytes: Buffer;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const chunk = 1 << 16;
/** How much is read of a line: enough to see that it is too long, with what may stand round it. */
const mostRead = longestLine + 5;
const byteOrderMark = Buffer.from('\uFEFF');
const keepStill = 'Run it again with a file that stays as it is.';

/**
 * A payload: a file that stays open, or a private copy of what can be read only once, standard input and pipes. The copy has
 * no name from its first byte on, so that nothing is left of it however the process ends.
 */
export class PayloadFile implements Disposable {
  /** What messages call it. */
  readonly name: string;
  readonly #path: string;
  readonly #descriptor: number;
  /** As it was when it was opened; `undefined` for a copy, which nobody else can change. */
  readonly #before: BigIntStats | undefined;

  /** @throws {PayloadError} when it can't be opened. */
  constructor(path: string) {
    this.#path = path;
    this.name = path === '-' ? 'standard input' : harmless(path);
    [this.#descriptor, this.#before] = this.#attempt(() => this.#open());
  }

  /**
   * Reads it from its beginning to its end, once.
   *
   * @throws {PayloadError} when it can't be read, or is no UTF-8 as a whole.
   * @throws the signal's reason, when that is given.
   */
  async *lines(signal: AbortSignal | undefined): AsyncGenerator<PayloadLine, void, undefined> {
    let line = 0;
    let offset = 0;
    let start = 0;
    let parts: Buffer[] = [];
    let length = 0;
    const keep = (bytes: Buffer) => {
      const part = bytes.subarray(0, mostRead - length);
      if (part.length > 0) parts.push(part);
      length += part.length;
    };
    const whole = (): PayloadLine | undefined => {
      line += 1;
      const found = { line, offset: start, length, bytes: trimmed(Buffer.concat(parts)) };
      parts = [];
      length = 0;
      return found.bytes.length === 0 ? undefined : found;
    };
    for await (const bytes of this.#chunks(signal)) {
      if (offset === 0) this.#checkEncoding(bytes);
      let from = 0;
      for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, from)) {
        keep(bytes.subarray(from, end));
        const found = whole();
        if (found !== undefined) yield found;
        from = end + 1;
        start = offset + from;
      }
      keep(bytes.subarray(from));
      offset += bytes.length;
    }
    const last = whole();
    if (last !== undefined) yield last;
  }

  /**
   * The line at a place, as it was there.
   *
   * @throws {PayloadError} when something else is there now.
   */
  lineAt({ line, offset, length }: LinePlace, digest: bigint): Buffer {
    const bytes = Buffer.alloc(length);
    const read = this.#attempt(() => readSync(this.#descriptor, bytes, 0, length, offset));
    const found = trimmed(bytes.subarray(0, read));
    if (digestOf(found) !== digest) throw this.refusal(`its line ${line} has changed since it was read`, keepStill);
    return found;
  }

  /**
   * Asserts that the file is as it was: by size and time, or by what is in it.
   *
   * @throws {PayloadError} when it isn't.
   */
  async proveUnchanged(digest: string, digestNow: () => Promise<string>): Promise<void> {
    if (this.#before === undefined) return;
    const now = this.#attempt(() => statSync(this.#path, { bigint: true, throwIfNoEntry: false }));
    // One that was deleted meanwhile was still read as it was.
    if (now === undefined || isSame(now, this.#before)) return;
    if (now.ino === this.#before.ino && now.size === this.#before.size && (await digestNow()) === digest) return;
    throw this.refusal('it has changed since the run began, which went by what it held then', keepStill);
  }

  refusal(received: string, advice: string, options?: ErrorOptions): PayloadError {
    return new PayloadError(this.name, received, advice, [], options);
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }

  #open(): [descriptor: number, before: BigIntStats | undefined] {
    if (this.#path !== '-') {
      const before = statSync(this.#path, { bigint: true });
      if (before.isDirectory()) throw new TypeError('it is a directory');
      if (before.isFile()) {
        const descriptor = openSync(this.#path, 'r');
        return [descriptor, fstatSync(descriptor, { bigint: true })];
      }
    }
    return [this.#toCopy(openCopy), undefined];
  }

  /** The bytes of what is given; of a pipe, they are copied as they come. */
  async *#chunks(signal: AbortSignal | undefined): AsyncGenerator<Buffer, void, undefined> {
    const endWait = () => endWaitForWriter(this.#path);
    try {
      if (this.#before !== undefined) {
        yield* this.#fromDescriptor(signal);
        return;
      }
      signal?.throwIfAborted();
      const source = this.#path === '-' ? process.stdin : createReadStream(this.#path);
      if (signal !== undefined) addAbortSignal(signal, source);
      signal?.addEventListener('abort', endWait, { once: true });
      let position = 0;
      for await (const part of source) {
        const bytes = Buffer.from(part);
        this.#toCopy(() => {
          for (let written = 0; written < bytes.length;) {
            written += writeSync(this.#descriptor, bytes, written, bytes.length - written, position + written);
          }
        });
        position += bytes.length;
        yield bytes;
      }
    } catch (cause) {
      signal?.throwIfAborted();
      throw this.#unreadable(cause);
    } finally {
      signal?.removeEventListener('abort', endWait);
    }
  }

  async *#fromDescriptor(signal: AbortSignal | undefined): AsyncGenerator<Buffer, void, undefined> {
    for (let position = 0; ;) {
      // Lets an interruption be heard.
      await nextTurn();
      signal?.throwIfAborted();
      const bytes = Buffer.alloc(chunk);
      const length = readSync(this.#descriptor, bytes, 0, chunk, position);
      if (length === 0) return;
      yield bytes.subarray(0, length);
      position += length;
    }
  }

  #checkEncoding(bytes: Buffer): void {
    const [one, two] = bytes;
    const isMarked = (one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff);
    if (isMarked || one === 0 || two === 0) throw this.refusal('it is UTF-16', 'Save it as UTF-8.');
  }

  #attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (cause) {
      throw this.#unreadable(cause);
    }
  }

  #toCopy<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (cause) {
      const received = `it can be read only once, and no copy can be kept in ${harmless(tmpdir())}: ${reasonOf(cause)}`;
      throw this.refusal(received, 'Name a folder with room: TMPDIR.', { cause });
    }
  }

  #unreadable(cause: unknown): PayloadError {
    if (cause instanceof PayloadError) return cause;
    return this.refusal(reasonOf(cause), 'Name a file that can be read.', { cause });
  }
}

function reasonOf(cause: unknown): string {
  return harmless(cause instanceof Error ? cause.message : String(cause));
}

/** A file that nobody else can read, and that is gone when it is closed. */
function openCopy(): number {
  const copy = join(tmpdir(), `customer-seed-${randomUUID()}`);
  const descriptor = openSync(copy, 'wx+', 0o600);
  unlinkSync(copy);
  return descriptor;
}

/** Who opens a pipe with a name that nobody writes to waits there, and no signal ends that: but another one who writes does. */
function endWaitForWriter(path: string): void {
  try {
    if (statSync(path).isFIFO()) closeSync(openSync(path, constants.O_WRONLY | constants.O_NONBLOCK));
  } catch {
    // Nobody waits there.
  }
}

/** The first 64 bits of a digest: enough to tell a line or an id from any other of the same file. */
export function digestOf(bytes: Uint8Array | string): bigint {
  return hash('sha256', bytes, 'buffer').readBigUInt64BE();
}

/**
 * A line without the carriage return that some systems end it with, and without the mark that some editors begin a file
 * with, which JSON has no place for; empty where it is blank.
 */
function trimmed(bytes: Buffer): Buffer {
  const start = bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark.length : 0;
  const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length;
  const line = bytes.subarray(start, Math.max(start, end));
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === carriageReturn) ? line.subarray(0, 0) : line;
}

function isSame(one: BigIntStats, other: BigIntStats): boolean {
  return (['dev', 'ino', 'size', 'mtimeNs'] as const).every((name) => one[name] === other[name]);
}
