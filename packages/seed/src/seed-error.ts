import type { OptionProblem } from '@customer-contracts/schemas/internal';

import { passingFault } from './passing-fault.ts';
import type { Unreachable } from './unreachable.ts';

/** In seconds. */
const aYear = 31_536_000;

const brand = Symbol.for('@customer-contracts/seed/SeedError');

/** The base of every error that this package throws. None holds the API key. */
export class SeedError extends Error {
  override readonly name: string = 'SeedError';

  static {
    Object.defineProperty(this.prototype, brand, { value: true });
  }
}

/** An option that can't be used. Nothing was sent. */
export class SeedOptionError extends SeedError {
  override readonly name = 'SeedOptionError';
  /** The option's name, a dotted path; empty where something else stands in the place of the options. */
  readonly option: string;

  /** @internal */
  constructor({ option, received, advice }: OptionProblem, options?: ErrorOptions) {
    super(`Failed to take the options: ${received}. ${advice}`, options);
    this.option = option;
  }
}

/** The host is Rebilly's live one, or on no list. Nothing was sent. */
export class HostRefusedError extends SeedError {
  override readonly name = 'HostRefusedError';
  /** The host. */
  readonly host: string;

  /** @internal */
  constructor(host: string, received: string, advice: string) {
    super(`Failed to take ${host} as the server: ${received}. ${advice}`);
    this.host = host;
  }
}

/** What was planned was not confirmed. Nothing was written. */
export class NotConfirmedError extends SeedError {
  override readonly name = 'NotConfirmedError';
  /** How many writes were planned. */
  readonly writes: number;

  /** @internal */
  constructor(work: string, writes: number) {
    super(`Failed to ${work}: ${writes} writes were planned, and not confirmed. Confirm the plan (--yes), or do less.`);
    this.writes = writes;
  }
}

/** A record of a payload that can't be written. */
export interface PayloadProblem {
  /** The number of its line, from 1. */
  readonly line: number;
  /** Its id, where it has a text for it. */
  readonly id: string | undefined;
  /** What is wrong with it. */
  readonly reason: string;
}

/**
 * A payload that can't be read, or has records that can't be written, or is not what it was when the run began. But for the
 * last, nothing was sent.
 */
export class PayloadError extends SeedError {
  override readonly name = 'PayloadError';
  /** The file. */
  readonly file: string;
  /** The records that can't be written, the first hundred of them; none where it is about the whole file. */
  readonly problems: readonly PayloadProblem[];

  /** @internal */
  constructor(
    file: string,
    received: string,
    advice: string,
    problems: readonly PayloadProblem[] = [],
    options?: ErrorOptions,
  ) {
    const lines = problems.map(({ line, reason }) => `\n  line ${line}: ${reason}`).join('');
    super(`Failed to read ${file}: ${received}${lines === '' ? '. ' : `:${lines}\n`}${advice}`, options);
    this.file = file;
    this.problems = problems;
  }
}

/** The journal can't be written, or is that of other work. */
export class JournalError extends SeedError {
  override readonly name = 'JournalError';
  /** The file. */
  readonly file: string;

  /** @internal */
  constructor(file: string, received: string, advice: string, options?: ErrorOptions) {
    super(`Failed to keep the journal ${file}: ${received}. ${advice}`, options);
    this.file = file;
  }
}

/** The ledger can't be used, or is about something else. */
export class LedgerError extends SeedError {
  override readonly name = 'LedgerError';
  /** The file. */
  readonly file: string;

  /** @internal */
  constructor(file: string, received: string, advice: string, options?: ErrorOptions) {
    super(`Failed to keep the ledger ${file}: ${received}. ${advice}`, options);
    this.file = file;
  }
}

/** The file of evidence can't be read or written. */
export class EvidenceError extends SeedError {
  override readonly name = 'EvidenceError';
  /** The file. */
  readonly file: string;

  /** @internal */
  constructor(verb: 'read' | 'write', file: string, received: string, advice: string, options?: ErrorOptions) {
    super(`Failed to ${verb} the evidence ${file}: ${received}. ${advice}`, options);
    this.file = file;
  }
}

/** The file of rejects can't be written. */
export class RejectsError extends SeedError {
  override readonly name = 'RejectsError';
  /** The file. */
  readonly file: string;

  /** @internal */
  constructor(file: string, received: string, advice: string, options?: ErrorOptions) {
    super(`Failed to write the rejects to ${file}: ${received}. ${advice}`, options);
    this.file = file;
  }
}

/** What became of the records doesn't add up: a fault of this package, or of the file that they come from. */
export class UnreconciledError extends SeedError {
  override readonly name = 'UnreconciledError';
  /** How many records there were to be. */
  readonly records: number;
  /** What is known to have become of them. */
  readonly outcomes: Readonly<Record<string, number>>;

  /** @internal */
  constructor(records: number, outcomes: Readonly<Record<string, number>>) {
    const counts = Object.entries(outcomes).map(([name, count]) => `${count} ${name}`);
    const sum = Object.values(outcomes).reduce((total, count) => total + count, 0);
    super(
      `Failed to account for every customer: ${counts.join(', ')} are ${sum}, and there were to be ${records}. ` +
        'Run it again, and report this with what it prints.',
    );
    this.records = records;
    this.outcomes = outcomes;
  }
}

/** A request that the API refuses, or doesn't answer for good. The `cause` is the client's error. */
export class RequestFailedError extends SeedError {
  override readonly name = 'RequestFailedError';
  /** The records that it was about: `seed=42 index=17`. */
  readonly place: string;

  /** @internal */
  constructor(work: string, place: string, cause: Error) {
    const advice = passingFault(cause) ? 'run it again' : 'put that right, and run it again';
    const record = place === '' ? '' : `${place}: `;
    super(`${record}Failed to ${work}. ${cause.message} What is done stays done: ${advice} to go on.`, { cause });
    this.place = place;
  }
}

/** Nobody can be reached, however often it is tried. The `cause` is the client's error. */
export class UnreachableError extends SeedError {
  override readonly name = 'UnreachableError';
  /** The host. */
  readonly host: string;

  /** @internal */
  constructor(host: string, { received, advice }: Unreachable, cause: unknown) {
    super(`Failed to reach ${host}: ${received}. ${advice}`, { cause });
    this.host = host;
  }
}

/** The API asks for a wait that is longer than the longest. What is done stays done. The `cause` is the client's error. */
export class WaitTooLongError extends SeedError {
  override readonly name = 'WaitTooLongError';
  /** How long it asks to wait, in ms from its answer. */
  readonly wait: number;

  /** @internal */
  constructor(wait: number, longest: number, cause?: Error) {
    const [asked = 0, most] = [wait, longest].map((milliseconds) => Math.ceil(milliseconds / 1000));
    const advice =
      asked > aYear
        ? 'That is none to wait for: check what answers there, and its clock.'
        : `Run it again then, or wait longer: --max-wait ${asked}.`;
    super(`Failed to wait for the API: it asks for ${asked} s, and ${most} s are the most. ${advice}`, { cause });
    this.wait = wait;
  }
}

/** The signal was given: what was under way was finished, and nothing more begun. The `cause` is the signal's reason. */
export class InterruptedError extends SeedError {
  override readonly name = 'InterruptedError';
  /** How many records were done until then, and how many there are. */
  readonly done: number;
  readonly records: number;

  /** @internal */
  constructor(done: number, records: number, cause: unknown, what = 'customers') {
    super(`Failed to finish: interrupted after ${done} of ${records} ${what}. Run it again to go on.`, { cause });
    this.done = done;
    this.records = records;
  }
}

/** Whether a value is an error of this package, of this or of another copy of it. */
export function isSeedError(value: unknown): value is SeedError {
  return typeof value === 'object' && value !== null && brand in value;
}
