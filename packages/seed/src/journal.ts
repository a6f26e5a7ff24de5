import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

import { JournalError } from './seed-error.ts';
import type { Range } from './shard.ts';

/** What the work is: a journal belongs to one. */
export interface Work {
  readonly to: string;
  readonly records: string;
  readonly from: number;
}

/** The states of a record, a byte each. */
const untouched = '.'.charCodeAt(0);
const begun = '?'.charCodeAt(0);
const done = '+'.charCodeAt(0);

/**
 * The records that are done, so that the next run need not read them: a line that says what the work is, and behind it
 * one byte for each record. The file gets its whole length before the first request, so that a full disk shows then, and
 * each write is noted before it is sent.
 */
export class Journal implements Disposable {
  readonly #file: string;
  readonly #descriptor: number;
  readonly #range: Range;
  readonly #start: number;
  readonly #states: Uint8Array;

  /** @throws {JournalError} when the file can't be written, or is the journal of other work. */
  constructor(file: string, work: Work, range: Range) {
    this.#file = file;
    this.#range = range;
    this.#descriptor = this.#attempt(() => openOrCreate(file));
    const header = Buffer.from(`${JSON.stringify({ journal: 'customer-seed', ...work })}\n`);
    this.#start = header.length;
    this.#states = new Uint8Array(range.to - range.from).fill(untouched);
    try {
      const known = this.#attempt(() => this.#resume(header));
      this.#attempt(() => {
        this.#write(this.#states.subarray(known), this.#start + known);
        fsyncSync(this.#descriptor);
      });
    } catch (error) {
      closeSync(this.#descriptor);
      throw error;
    }
  }

  /** How many records are done. */
  get doneCount(): number {
    return this.#states.reduce((count, state) => (state === done ? count + 1 : count), 0);
  }

  isDone(index: number): boolean {
    return this.#states[index - this.#range.from] === done;
  }

  /**
   * Notes that a write is about to be sent.
   *
   * @throws {JournalError} when it can't be noted: then it must not be sent.
   */
  begin(index: number): void {
    this.#note(index, begun);
  }

  /**
   * Notes that the record is as it should be.
   *
   * @throws {JournalError} when it can't be noted.
   */
  finish(index: number): void {
    this.#note(index, done);
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }

  #note(index: number, state: number): void {
    const offset = index - this.#range.from;
    this.#states[offset] = state;
    this.#attempt(() => this.#write(this.#states.subarray(offset, offset + 1), this.#start + offset));
  }

  /** Reads the states of an earlier run, or writes the header of a new file. @returns how many states there are. */
  #resume(header: Buffer): number {
    const found = Buffer.alloc(header.length);
    const length = readSync(this.#descriptor, found, 0, found.length, 0);
    if (!found.subarray(0, length).equals(header.subarray(0, length))) {
      const advice = 'Name another file for this work, or delete that one.';
      throw new JournalError(this.#file, 'it is that of other work, or no journal', advice);
    }
    if (length === header.length) {
      return readSync(this.#descriptor, this.#states, 0, this.#states.length, header.length);
    }
    // New, or given up before its first line was whole.
    this.#write(header, 0);
    return 0;
  }

  #write(bytes: Uint8Array, position: number): void {
    for (let written = 0; written < bytes.length;) {
      written += writeSync(this.#descriptor, bytes, written, bytes.length - written, position + written);
    }
  }

  #attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (cause) {
      if (cause instanceof JournalError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new JournalError(this.#file, reason, 'Name a file on a disk with room, or go without a journal.', {
        cause,
      });
    }
  }
}

function openOrCreate(file: string): number {
  try {
    return openSync(file, 'r+');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return openSync(file, 'wx+');
    throw error;
  }
}
