import { closeSync, constants, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

import type { Customer } from '@customer-contracts/schemas';
import { harmless } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import { differences } from '../differences.ts';
import { jsonOf } from '../json-of.ts';
import type { SeedRecord } from '../records.ts';
import { LedgerError } from '../seed-error.ts';
import type { Range } from '../shard.ts';
import { fingerprint, type WrittenLeadSource } from './fingerprint.ts';
import { HeldError, hold } from './hold.ts';

/** What a ledger is about: a target, and the records that are brought about there. */
export interface Subject {
  readonly to: string;
  readonly records: string;
}

/**
 * Whose the customer is that stands under a record's id.
 *
 * - `ours`: this seed made it, and nobody has changed it since.
 * - `changed`: this seed made it, and somebody has changed it since.
 * - `found`, `replaced`: it was there before; the seed left it, or wrote over it.
 * - `uncertain`: a write was sent and its answer never noted, and what is there isn't what was sent.
 * - `unknown`: no run has noted it.
 */
export type Ownership = 'ours' | 'changed' | 'found' | 'replaced' | 'uncertain' | 'unknown';

const Header = z.strictObject({
  ledger: z.literal('customer-seed'),
  version: z.literal(1),
  to: z.string(),
  records: z.string(),
});

/** What is noted of a customer, each on a line of its own; the last one counts. */
const Note = z.strictObject({
  index: z.int().min(0),
  id: z.string(),
  /** `writing` before a write is sent; the others when it is known what came of it. */
  state: z.enum(['writing', 'made', 'found', 'replaced', 'merged']),
  /** As the customer was found, for `writing`; else as it was left. Absent where there was none. */
  revision: z.int().min(0).optional(),
  updatedTime: z.string().optional(),
  hash: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
});
type Note = z.output<typeof Note>;

/** How a file is opened: what is noted stands behind what is there. */
const flagsFor = {
  look: constants.O_RDONLY,
  'take back': constants.O_RDWR | constants.O_APPEND,
  keep: constants.O_RDWR | constants.O_APPEND | constants.O_CREAT,
} as const;
/** What is done with a ledger. */
export type Access = keyof typeof flagsFor;

const noLedger = ['it is no ledger of customer-seed', 'Name another file.'] as const;
const chunk = 1 << 16;
/** No line of ours is as long. */
const longestLine = 1 << 16;
const lineFeed = 0x0a;
const hashLength = 16;
/** A state in a byte: what is known of it, and whether a write is open. */
const states = { none: 0, made: 1, found: 2, replaced: 3 } as const;
const isWriting = 0x10;

/**
 * What was made, found and written over: JSON on each line, added before each write and after it. What a kill leaves half is
 * found out by looking at the customer: of a write that was carried out the content and the revision tell.
 */
export class Ledger implements Disposable {
  readonly #file: string;
  readonly #range: Range;
  readonly #states: Uint8Array;
  readonly #hashes: Buffer;
  /** The revision that was found or left: what an open write began with. */
  readonly #revisions: Uint32Array;
  #held: Disposable | undefined;
  /** `undefined` where nothing is noted. */
  #descriptor: number | undefined;

  /**
   * @param access `look` to change nothing, as a dry run; `keep` to write to it, and make it where it isn't; `take back` to
   *   write to one that is there.
   * @throws {LedgerError} when it can't be read or written, is in use, or is about something else.
   */
  constructor(file: string, subject: Subject, range: Range, access: Access) {
    this.#file = file;
    this.#range = range;
    this.#states = new Uint8Array(range.to - range.from);
    this.#hashes = Buffer.alloc((range.to - range.from) * hashLength);
    this.#revisions = new Uint32Array(range.to - range.from);
    try {
      this.#attempt(() => this.#open(subject, access));
    } catch (error) {
      this[Symbol.dispose]();
      throw error;
    }
    // What only looks has nothing to write to.
    if (access === 'look') this[Symbol.dispose]();
  }

  /** Whether a run has noted what came of a record, and nothing took it back since. */
  has(index: number): boolean {
    return this.#at(index) !== states.none;
  }

  /** Whose the customer is that stands under a record's id. */
  ownership(record: SeedRecord, stored: Customer): Ownership {
    const state = this.#at(record.index);
    switch (state & ~isWriting) {
      case states.found:
        return 'found';
      case states.replaced:
        return 'replaced';
      case states.made:
        return this.#isAsLeft(record.index, stored) || this.#isAsSent(record, stored) ? 'ours' : 'changed';
      default:
        if (state === states.none) return 'unknown';
        return this.#isAsSent(record, stored) ? 'ours' : 'uncertain';
    }
  }

  /**
   * Notes that a write is about to be sent, and over what.
   *
   * @throws {LedgerError} when it can't be noted: then it must not be sent.
   */
  begin({ index, id }: SeedRecord, stored: Customer | undefined): void {
    this.#note({ index, id, state: 'writing', ...(stored && marks(stored)) });
  }

  /**
   * Notes what a write left.
   *
   * @param left what the server answered, and the lead source, which it doesn't answer.
   * @param wasThere whether one was there before the write.
   */
  wrote({ index, id }: SeedRecord, left: Customer, leadSource: WrittenLeadSource | undefined, wasThere: boolean): void {
    const isOurs = !wasThere || (this.#at(index) & ~isWriting) === states.made;
    this.#note({ index, id, state: isOurs ? 'made' : 'replaced', ...marks(left, leadSource) });
  }

  /** Notes a customer that is there as it should be: found, or made by a write whose answer was never noted. */
  saw(record: SeedRecord, stored: Customer): void {
    const { index, id } = record;
    const state = this.#at(index);
    if (state === states.none) this.#note({ index, id, state: 'found', ...marks(stored) });
    else if ((state & isWriting) !== 0 && this.ownership(record, stored) === 'ours') {
      this.#note({ index, id, state: 'made', ...marks(stored) });
    }
  }

  /** Notes that a customer was taken back. */
  merged({ index, id }: SeedRecord): void {
    this.#note({ index, id, state: 'merged' });
  }

  [Symbol.dispose](): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
    this.#held?.[Symbol.dispose]();
  }

  #at(index: number): number {
    return this.#states[index - this.#range.from] ?? states.none;
  }

  #isAsLeft(index: number, stored: Customer): boolean {
    const offset = (index - this.#range.from) * hashLength;
    return this.#hashes.toString('hex', offset, offset + hashLength) === fingerprint(stored);
  }

  /** Whether it is what an open write sent, and the first change since what that write found. */
  #isAsSent({ index, body }: SeedRecord, stored: Customer): boolean {
    if ((this.#at(index) & isWriting) === 0 || differences(body, stored).length > 0) return false;
    return stored.revision === undefined || stored.revision === (this.#revisions[index - this.#range.from] ?? 0) + 1;
  }

  #note(note: Note): void {
    const descriptor = this.#descriptor;
    if (descriptor !== undefined) this.#attempt(() => append(descriptor, note));
    this.#take(note);
  }

  #take({ index, state, revision, hash }: Note): void {
    const at = index - this.#range.from;
    // Another shard's.
    if (at < 0 || at >= this.#states.length) return;
    this.#revisions[at] = revision ?? 0;
    switch (state) {
      case 'writing': {
        // What a write finds, and no run has noted, was there before: whatever comes of the write, it isn't ours.
        const known = this.#states[at] ?? states.none;
        this.#states[at] = (known === states.none && hash !== undefined ? states.replaced : known) | isWriting;
        return;
      }
      case 'merged':
        this.#states[at] = states.none;
        return;
      case 'made':
      case 'found':
      case 'replaced':
        this.#states[at] = states[state];
        this.#hashes.write(hash ?? '', at * hashLength, 'hex');
        return;
      default:
        state satisfies never;
    }
  }

  #open(subject: Subject, access: Access): void {
    const descriptor = opened(this.#file, access);
    if (descriptor === undefined) return;
    this.#descriptor = descriptor;
    if (access !== 'look') this.#held = hold(this.#file);
    const end = this.#read(descriptor, subject);
    if (access === 'look') return;
    // What a kill or a full disk left of a line goes, or the next one would stand behind it.
    if (fstatSync(descriptor).size > end) ftruncateSync(descriptor, end);
    if (end === 0) append(descriptor, headerOf(subject));
  }

  /** Reads what earlier runs noted. @returns where the last whole line ends. */
  #read(descriptor: number, subject: Subject): number {
    let end = 0;
    let line = 0;
    for (const { text, next } of linesOf(descriptor)) {
      line += 1;
      const value = jsonOf(text);
      if (line === 1) this.#checkSubject(value, subject);
      else {
        const { success, data } = Note.safeParse(value);
        if (!success) throw this.#refusal(`its line ${line} can't be read`, 'Mend that line, or name another file.');
        this.#take(data);
      }
      end = next;
    }
    if (end === 0) this.#checkTorn(descriptor, subject);
    return end;
  }

  /** A file without a whole line is ours where it is the beginning of what we write, or empty. */
  #checkTorn(descriptor: number, subject: Subject): void {
    const header = Buffer.from(`${JSON.stringify(headerOf(subject))}\n`);
    const found = Buffer.alloc(header.length);
    const length = readSync(descriptor, found, 0, found.length, 0);
    if (!header.subarray(0, length).equals(found.subarray(0, length))) throw this.#refusal(...noLedger);
  }

  #checkSubject(value: unknown, { to, records }: Subject): void {
    const { success, data } = Header.safeParse(value);
    if (!success) throw this.#refusal(...noLedger);
    const advice = 'Name the ledger of this work, or a new file.';
    if (data.to !== to) throw this.#refusal(`it is about ${harmless(data.to)}, and not about ${to}`, advice);
    if (data.records !== records) {
      throw this.#refusal(`it is about ${harmless(data.records)}, and not about ${records}`, advice);
    }
  }

  #refusal(received: string, advice: string, options?: ErrorOptions): LedgerError {
    return new LedgerError(this.#file, received, advice, options);
  }

  #attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (cause) {
      if (cause instanceof LedgerError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      const isHeld = cause instanceof HeldError;
      throw this.#refusal(
        reason,
        isHeld ? 'Wait for it, or give each run a file of its own.' : 'Name a file that can be used.',
        {
          cause,
        },
      );
    }
  }
}

function headerOf({ to, records }: Subject): z.output<typeof Header> {
  return { ledger: 'customer-seed', version: 1, to, records };
}

/** What tells a customer's state. */
function marks(customer: Customer, leadSource?: WrittenLeadSource): Pick<Note, 'revision' | 'updatedTime' | 'hash'> {
  const { revision, updatedTime } = customer;
  return {
    ...(revision !== undefined && { revision }),
    ...(updatedTime !== undefined && { updatedTime }),
    hash: fingerprint(customer, leadSource),
  };
}

function append(descriptor: number, line: object): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}

/** @returns the descriptor; `undefined` where there is no file, and none is to be made. */
function opened(file: string, access: Access): number | undefined {
  try {
    return openSync(file, flagsFor[access]);
  } catch (error) {
    if (access === 'look' && error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The whole lines of a file, each with where the next one begins. What stands behind the last line feed is torn. */
function* linesOf(descriptor: number): Generator<{ readonly text: string; readonly next: number }, void, undefined> {
  const buffer = Buffer.alloc(chunk);
  let rest = Buffer.alloc(0);
  let position = 0;
  for (let length = 1; length > 0;) {
    length = readSync(descriptor, buffer, 0, chunk, position + rest.length);
    const bytes = Buffer.concat([rest, buffer.subarray(0, length)]);
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
      yield { text: bytes.toString('utf8', start, end), next: position + end + 1 };
      start = end + 1;
    }
    position += start;
    rest = bytes.subarray(start);
    if (rest.length <= longestLine) continue;
    // What stands behind it may be ours, and is not to be cut off.
    if (position > 0) throw new TypeError('a line of it is longer than any that a run writes');
    return;
  }
}
