import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

import { harmless } from '@customer-contracts/schemas/internal';

import { RejectsError } from '../seed-error.ts';

/** A record that was not written, and why. */
export interface Reject {
  /** Where it comes from: `own.ndjson line 17`. */
  readonly place: string;
  readonly id: string | undefined;
  readonly reason: string;
  /** The record as it was given, or its bytes where they are no text. */
  readonly text?: string;
  readonly base64?: string;
}

/**
 * The file of the records that were not written: JSON on each line. Each says which records it is one of, so that the next run
 * for the same ones begins the file anew, and no other file is written over.
 */
export class Rejects implements Disposable {
  readonly #file: string;
  readonly #records: string;
  /** `undefined` in a dry run, which writes nothing. */
  #descriptor: number | undefined;

  /**
   * @param isDryRun looks at what is in the file, and changes nothing.
   * @throws {RejectsError} when the file can't be written, or holds something else.
   */
  constructor(file: string, records: string, isDryRun: boolean) {
    this.#file = file;
    this.#records = records;
    if (isDryRun && !existsSync(file)) return;
    try {
      this.#attempt(() => this.#begin(isDryRun));
    } catch (error) {
      this[Symbol.dispose]();
      throw error;
    }
    if (isDryRun) this[Symbol.dispose]();
  }

  /** @throws {RejectsError} when it can't be written. */
  add(reject: Reject): void {
    const descriptor = this.#descriptor;
    if (descriptor === undefined) return;
    const bytes = Buffer.from(`${JSON.stringify({ records: this.#records, ...reject })}\n`);
    this.#attempt(() => {
      for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    });
  }

  [Symbol.dispose](): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #begin(isDryRun: boolean): void {
    const descriptor = openSync(this.#file, isDryRun ? 'r' : 'a+');
    this.#descriptor = descriptor;
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size === 0) return;
    const ours = Buffer.from(JSON.stringify({ records: this.#records }).slice(0, -1));
    const found = Buffer.alloc(ours.length);
    // A kill may have left less than a line.
    const length = readSync(descriptor, found, 0, found.length, 0);
    if (!found.subarray(0, length).equals(ours.subarray(0, length))) {
      throw new RejectsError(harmless(this.#file), 'there is something else in it', 'Name a new file.');
    }
    if (!isDryRun) ftruncateSync(descriptor);
  }

  #attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (cause) {
      if (cause instanceof RejectsError) throw cause;
      const reason = harmless(cause instanceof Error ? cause.message : String(cause));
      throw new RejectsError(harmless(this.#file), reason, 'Name a file that can be written.', { cause });
    }
  }
}
