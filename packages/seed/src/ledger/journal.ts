import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

import { JournalError } from '../seed-error.ts';
import type { Range } from '../shard.ts';
import { HeldError, hold } from './hold.ts';

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
  readonly #range: Range;
  readonly #start: number;
  readonly #states: Uint8Array;
  /** `undefined` in a dry run, which writes nothing. */
  #descriptor: number | undefined;
  #held: Disposable | undefined;

  /**
   * @param isDryRun changes nothing; where there is no file, nothing is done.
   * @throws {JournalError} when the file can't be used, is in use, or is the journal of other work.
   */
  constructor(file: string, work: Work, range: Range, isDryRun: boolean) {
    this.#file = file;
    this.#range = range;
    const header = Buffer.from(`${JSON.stringify({ journal: 'customer-seed', ...work })}\n`);
    this.#start = header.length;
    this.#states = new Uint8Array(range.to - range.from).fill(untouched);
    try {
      this.#attempt(() => (isDryRun ? this.#look(header) : this.#open(header)));
    } catch (error) {
      this[Symbol.dispose]();
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

  /** Up to so many of the records that are done, spread over all of them. */
  sample(size: number): readonly number[] {
    const step = Math.max(1, this.doneCount / size);
    const indices: number[] = [];
    let seen = 0;
    for (let index = this.#range.from; index < this.#range.to; index += 1) {
      if (!this.isDone(index)) continue;
      if (Math.floor(indices.length * step) === seen) indices.push(index);
      seen += 1;
    }
    return indices.slice(0, size);
  }

  /**
   * Forgets those that turn out not to be done.
   *
   * @throws {JournalError} when it can't be noted.
   */
  keepOnly(isTrue: (index: number) => boolean): void {
    for (let index = this.#range.from; index < this.#range.to; index += 1) {
      if (this.isDone(index) && !isTrue(index)) this.#states[index - this.#range.from] = untouched;
    }
    this.#attempt(() => this.#write(this.#states, this.#start));
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
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
    this.#held?.[Symbol.dispose]();
  }

  #note(index: number, state: number): void {
    const offset = index - this.#range.from;
    this.#states[offset] = state;
    this.#attempt(() => this.#write(this.#states.subarray(offset, offset + 1), this.#start + offset));
  }

  #look(header: Buffer): void {
    const descriptor = openExisting(this.#file, 'r');
    if (descriptor === undefined) return;
    try {
      this.#resume(descriptor, header);
    } finally {
      closeSync(descriptor);
    }
  }

  #open(header: Buffer): void {
    const descriptor = openExisting(this.#file, 'r+') ?? openSync(this.#file, 'wx+');
    this.#descriptor = descriptor;
    this.#held = hold(this.#file);
    const known = this.#resume(descriptor, header);
    if (known === 0) this.#write(header, 0);
    this.#write(this.#states.subarray(known), this.#start + known);
    fsyncSync(descriptor);
  }

  /** Reads the states of an earlier run. @returns how many there are: none in a file that is new, or ends in its first line. */
  #resume(descriptor: number, header: Buffer): number {
    const found = Buffer.alloc(header.length);
    const length = readSync(descriptor, found, 0, found.length, 0);
    if (!found.subarray(0, length).equals(header.subarray(0, length))) {
      const advice = 'Name another file for this work, or delete that one.';
      throw new JournalError(this.#file, 'it is that of other work, or no journal', advice);
    }
    if (length < header.length) return 0;
    return readSync(descriptor, this.#states, 0, this.#states.length, header.length);
  }

  #write(bytes: Uint8Array, position: number): void {
    if (this.#descriptor === undefined) return;
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
      const advice =
        cause instanceof HeldError
          ? 'Wait for it, or give each run a journal of its own.'
          : 'Name a file on a disk with room, or go without a journal.';
      throw new JournalError(this.#file, reason, advice, { cause });
    }
  }
}

/** `undefined` where there is no such file. */
function openExisting(file: string, flags: 'r' | 'r+'): number | undefined {
  try {
    return openSync(file, flags);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
