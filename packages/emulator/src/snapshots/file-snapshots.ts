import { randomUUID } from 'node:crypto';
import { constants, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup } from 'node:sqlite';

import type { FileDatabase } from '../database/file-database.ts';
import { inMemory } from '../database/live-database.ts';
import { openAgain, openDatabase } from '../database/open-database.ts';
import { isEmulatorError } from '../emulator-error.ts';
import {
  failed,
  isSnapshotName,
  misnamed,
  missing,
  readOnly,
  type Snapshot,
  type Snapshots,
  type SnapshotVerb,
} from './snapshots.ts';

const ending = '.db';

/** What is not a snapshot yet, or not any more, and what SQLite puts beside it. */
const isCopy = /\.copy(?:-|$)/;

const whatToDo = 'Make sure that its folder, beside the database, can be written and has room';

/** As many pages as there can be: what is copied is of one moment. */
const allAtOnce = { rate: 1_000_000_000 };

/**
 * Snapshots of a database, each a file that is never written again, in a folder beside it. Of each that was made or restored
 * there is a copy more, to take the place of the database: so it takes no longer to restore many customers than few. What is
 * in memory comes to stand in a folder of temporary files, with its snapshots.
 */
export class FileSnapshots implements Snapshots {
  readonly isReadOnly: boolean;
  readonly #live: FileDatabase;
  readonly #isTemporary: boolean;
  #folder: string | undefined;
  /** The copy of each snapshot that can be put in place. */
  readonly #copies = new Map<string, Promise<string>>();
  /** The files that nobody needs when this emulator is closed. */
  readonly #own = new Set<string>();
  readonly #pending = new Set<Promise<unknown>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(live: FileDatabase, isReadOnly: boolean) {
    this.#live = live;
    this.isReadOnly = isReadOnly;
    this.#isTemporary = live.location === inMemory;
    this.#folder = this.#isTemporary ? undefined : `${live.location}-snapshots`;
  }

  list(): readonly Snapshot[] {
    return this.#files()
      .filter((file) => file.endsWith(ending) && isSnapshotName(file.slice(0, -ending.length)))
      .toSorted()
      .map((file) => ({ name: file.slice(0, -ending.length), bytes: statSync(this.#pathOf(file)).size }));
  }

  save(name: string, from?: string): Promise<void> {
    return this.#inTurn('save', name, async () => {
      if (!isSnapshotName(name)) throw misnamed(name);
      if (from !== undefined) this.#mustExist('fork', from);
      const made = this.#newFile();
      if (from === undefined) await this.#copyLive(made);
      else await copyFile(this.#fileOf(from), made, constants.COPYFILE_FICLONE);
      // As it is wanted when it is restored, which then costs nothing.
      openDatabase(made, { isReadOnly: false, limit: undefined }).database.close();
      await this.#forgetCopy(name);
      await rename(made, this.#fileOf(name));
      this.#own.delete(made);
      await this.#copyOf(name);
    });
  }

  restore(name: string): Promise<void> {
    return this.#inTurn('restore', name, async () => {
      this.#mustExist('restore', name);
      const next = await this.#copyOf(name);
      const former = this.#pathOf(`${randomUUID()}.copy`);
      await this.#live.replaceWith({ next, place: this.#pathOf('customers'), former });
      this.#own.delete(next);
      this.#copies.delete(name);
      // Nobody waits for these. Whoever restores it next hears why there is no copy.
      this.#copyOf(name).catch(() => {});
      this.#untilDone(deleted(this.#leftFiles())).catch(() => {});
    });
  }

  delete(name: string): Promise<void> {
    return this.#inTurn('delete', name, async () => {
      this.#mustExist('delete', name);
      await this.#forgetCopy(name);
      await rm(this.#fileOf(name));
    });
  }

  has(name: string): boolean {
    return isSnapshotName(name) && this.#folder !== undefined && existsSync(this.#fileOf(name));
  }

  get settled(): Promise<unknown> | undefined {
    return this.#pending.size === 0 ? undefined : Promise.allSettled(this.#pending);
  }

  close(): void {
    const folder = this.#folder;
    if (this.#isTemporary && folder !== undefined) rmSync(folder, { recursive: true, force: true });
    else for (const file of this.#own) rmSync(file, { force: true });
  }

  /** One thing after the other, and all that fails as an error that says what it was about. */
  #inTurn(verb: SnapshotVerb, name: string, work: () => Promise<void>): Promise<void> {
    const before = this.#last;
    const done = (async () => {
      await before;
      try {
        if (this.isReadOnly) throw readOnly(verb, name);
        await work();
      } catch (error) {
        if (isEmulatorError(error)) throw error;
        throw failed(verb, name, error, whatToDo);
      }
    })();
    this.#last = done.catch(() => {});
    return this.#untilDone(done);
  }

  #untilDone<Result>(work: Promise<Result>): Promise<Result> {
    const done = work.finally(() => this.#pending.delete(done));
    this.#pending.add(done);
    return done;
  }

  /** From the file over a connection of its own, so that nobody waits; from memory over the one that there is. */
  async #copyLive(file: string): Promise<void> {
    const { location } = this.#live;
    if (location === inMemory) {
      await backup(this.#live.connection, file, allAtOnce);
      return;
    }
    const source = openAgain(location);
    try {
      await backup(source, file, allAtOnce);
    } finally {
      source.close();
    }
  }

  /** The copy that can be put in place. */
  #copyOf(name: string): Promise<string> {
    const there = this.#copies.get(name);
    if (there !== undefined) return there;
    const file = this.#newFile();
    const copied = copyFile(this.#fileOf(name), file, constants.COPYFILE_FICLONE).then(() => file);
    const copying = this.#untilDone(copied);
    this.#copies.set(name, copying);
    copying.catch(() => this.#copies.delete(name));
    return copying;
  }

  async #forgetCopy(name: string): Promise<void> {
    const copy = await this.#copies.get(name)?.catch(() => undefined);
    this.#copies.delete(name);
    if (copy === undefined) return;
    await rm(copy, { force: true });
    this.#own.delete(copy);
  }

  /**
   * What was replaced, and what emulators have left that were killed: who has just restored a snapshot is alone with the file.
   */
  #leftFiles(): readonly string[] {
    const copies = this.#files().filter((name) => isCopy.test(name));
    return copies.map((name) => this.#pathOf(name)).filter((file) => !this.#own.has(file));
  }

  #mustExist(verb: SnapshotVerb, name: string): void {
    if (!this.has(name)) throw missing(verb, name, this.list());
  }

  #files(): readonly string[] {
    return this.#folder !== undefined && existsSync(this.#folder) ? readdirSync(this.#folder) : [];
  }

  #fileOf(name: string): string {
    return this.#pathOf(`${name}${ending}`);
  }

  #newFile(): string {
    const file = this.#pathOf(`${randomUUID()}.copy`);
    this.#own.add(file);
    return file;
  }

  /** In the folder, which is made when somebody needs it. */
  #pathOf(file: string): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'customer-emulator-'));
    mkdirSync(this.#folder, { recursive: true });
    return join(this.#folder, file);
  }
}

async function deleted(files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true });
}
