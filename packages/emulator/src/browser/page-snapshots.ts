import {
  failed,
  isSnapshotName,
  misnamed,
  missing,
  readOnly,
  type Snapshot,
  type Snapshots,
  type SnapshotVerb,
} from '../snapshots/snapshots.ts';
import type { PageDatabase } from './page-database.ts';

/** Where snapshots are kept beyond the page. */
export interface SnapshotKeeper {
  keep(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  forget(name: string): Promise<void>;
  /** Called when the database is another one. */
  restored(): Promise<void>;
}

/** Snapshots of a database in the memory of a page. */
export class PageSnapshots implements Snapshots {
  readonly isReadOnly: boolean;
  readonly settled = undefined;
  readonly #live: PageDatabase;
  readonly #keeper: SnapshotKeeper | undefined;
  readonly #all: Map<string, Uint8Array<ArrayBuffer>>;

  /** @param all - those that there are, by name */
  constructor(
    live: PageDatabase,
    isReadOnly: boolean,
    all: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
    keeper: SnapshotKeeper | undefined,
  ) {
    this.#live = live;
    this.isReadOnly = isReadOnly;
    this.#all = new Map(all);
    this.#keeper = keeper;
  }

  list(): readonly Snapshot[] {
    return [...this.#all]
      .map(([name, { length }]) => ({ name, bytes: length }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  async save(name: string, from?: string): Promise<void> {
    this.#mustBeWritable('save', name);
    if (!isSnapshotName(name)) throw misnamed(name);
    const bytes = from === undefined ? this.#live.bytes : this.#bytesOf('fork', from);
    await kept('save', name, this.#keeper?.keep(name, bytes));
    this.#all.set(name, bytes);
  }

  async restore(name: string): Promise<void> {
    this.#mustBeWritable('restore', name);
    this.#live.replaceWith(this.#bytesOf('restore', name));
    await kept('restore', name, this.#keeper?.restored());
  }

  async delete(name: string): Promise<void> {
    this.#mustBeWritable('delete', name);
    this.#bytesOf('delete', name);
    await kept('delete', name, this.#keeper?.forget(name));
    this.#all.delete(name);
  }

  has(name: string): boolean {
    return this.#all.has(name);
  }

  close(): void {
    this.#all.clear();
  }

  #mustBeWritable(verb: SnapshotVerb, name: string): void {
    if (this.isReadOnly) throw readOnly(verb, name);
  }

  #bytesOf(verb: SnapshotVerb, name: string): Uint8Array<ArrayBuffer> {
    const bytes = this.#all.get(name);
    if (bytes === undefined) throw missing(verb, name, this.list());
    return bytes;
  }
}

async function kept(verb: SnapshotVerb, name: string, work: Promise<void> | undefined): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw failed(verb, name, error, 'Let the browser keep more data of this page');
  }
}
