import { shown } from '@customer-contracts/schemas/internal';

import { EmulatorError } from '../emulator-error.ts';

/** A state of all organizations that can be gone back to. */
export interface Snapshot {
  readonly name: string;
  /** The size of its file. */
  readonly bytes: number;
}

/** The snapshots of a database. */
export interface Snapshots {
  /** Whether none is made or restored. */
  readonly isReadOnly: boolean;
  /** All there are, by name. */
  list(): readonly Snapshot[];
  /**
   * Keeps the present state, or that of another snapshot, under a name. What had the name before is replaced.
   *
   * @throws {EmulatorError} when the name can't be one, there is no snapshot `from`, or it can't be written.
   */
  save(name: string, from?: string): Promise<void>;
  /**
   * Goes back to a snapshot, which stays.
   *
   * @throws {EmulatorError} when there is none with this name, it can't be read, or another process has the database open.
   */
  restore(name: string): Promise<void>;
  /**
   * Deletes a snapshot.
   *
   * @throws {EmulatorError} when there is none with this name.
   */
  delete(name: string): Promise<void>;
  /** Whether there is one with this name. */
  has(name: string): boolean;
  /** Resolves when all that was begun is done; `undefined` where nothing was. */
  readonly settled: Promise<unknown> | undefined;
  /** Deletes what nobody needs any more. */
  close(): void;
}

/** What is done with a snapshot. */
export type SnapshotVerb = 'save' | 'fork' | 'restore' | 'delete';

/** Lower case, because there are disks that know no other. */
const nameRule = /^[a-z0-9][a-z0-9_-]{0,49}$/;

/** What the name of a snapshot is, for whoever gave another. */
export const snapshotNameRule = 'Give 1 to 50 lower-case letters, digits, - and _, such as empty';

/** Whether a snapshot may have the name. */
export function isSnapshotName(name: unknown): name is string {
  return typeof name === 'string' && nameRule.test(name);
}

export function readOnly(verb: SnapshotVerb, name: string): EmulatorError {
  const received = 'the emulator is read-only';
  return new EmulatorError(
    `Failed to ${verb} the snapshot ${shown(name)}: ${received}. Start it without readOnly.`,
    name,
  );
}

export function misnamed(name: string): EmulatorError {
  return new EmulatorError(`Failed to save a snapshot: ${shown(name)} can't be its name. ${snapshotNameRule}.`, name);
}

export function missing(verb: SnapshotVerb, name: string, there: readonly Snapshot[]): EmulatorError {
  const names = there.map((each) => each.name);
  const advice = names.length === 0 ? 'Save one first' : `Name one of these: ${names.join(', ')}`;
  return new EmulatorError(
    `Failed to ${verb} the snapshot ${shown(name)}: there is none with this name. ${advice}.`,
    name,
  );
}

/** The error for what SQLite, a disk or a browser has refused. */
export function failed(verb: SnapshotVerb, name: string, cause: unknown, advice: string): EmulatorError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new EmulatorError(`Failed to ${verb} the snapshot ${shown(name)}: ${reason}. ${advice}.`, name, { cause });
}
