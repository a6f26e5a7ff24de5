import type { EventLog } from '../events/event-log.ts';
import type { Readers } from '../readers/readers.ts';
import type { CustomerStore } from './customer-store.ts';

/** The name of a database that is in memory. */
export const inMemory = ':memory:';

/** The database that requests are answered from. Another one can take its place. */
export interface LiveDatabase {
  readonly store: CustomerStore;
  /** Absent in a file of an older emulator that can't be written. */
  readonly events: EventLog | undefined;
  /** Absent in memory, which nobody else can read. */
  readonly readers: Readers | undefined;
  /** Resolves when requests may use it; `undefined` where they may at once. */
  readonly replaced: Promise<void> | undefined;
  /** Keeps the database in its place until somebody has read from it. */
  while<Result>(reading: Promise<Result>): Promise<Result>;
  /** Closes it at once. @returns when no reader works on it any more. */
  close(): Promise<void>;
}
