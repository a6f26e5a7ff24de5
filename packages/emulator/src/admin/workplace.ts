import type { MovableClock } from '../clock/emulator-clock.ts';
import type { Events } from '../events/events.ts';
import type { Requests } from '../requests/requests.ts';
import type { Snapshot } from '../snapshots/snapshots.ts';

/** What a test, or whoever develops against an emulator, does with it beside sending requests. */
export interface Workplace {
  /** What it was sent. */
  readonly requests: Requests;
  /** What happened to customers. */
  readonly events: Events;
  /** The time that it goes by. */
  readonly clock: MovableClock;
  /**
   * Keeps its state under a name, to go back to: the customers, lead sources and events of all organizations. With `from`, the
   * state of another snapshot. A snapshot with the same name is replaced. On a `database` file it outlives the emulator.
   *
   * @param name - 1 to 50 lower-case letters, digits, `-` and `_`, the first one no sign
   * @throws {EmulatorError} when the name can't be one, there is no snapshot `from`, or it can't be written.
   * @example
   * await emulator.snapshot('empty');
   */
  snapshot(name: string, options?: { readonly from?: string }): Promise<void>;
  /**
   * Goes back to a snapshot. Requests that come meanwhile wait. Recorded requests, faults, the clock and the allowance of writes
   * stay as they are, and the numbers of events go on.
   *
   * @throws {EmulatorError} when there is none with this name, or another process has the database open.
   */
  restore(name: string): Promise<void>;
  /** The snapshots that there are, by name. */
  snapshots(): readonly Snapshot[];
  /**
   * Deletes a snapshot.
   *
   * @throws {EmulatorError} when there is none with this name.
   */
  deleteSnapshot(name: string): Promise<void>;
}
