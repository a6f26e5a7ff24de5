import { randomUUID } from 'node:crypto';
import { constants, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup } from 'node:sqlite';

import { shown } from '@customer-contracts/schemas/internal';

import { inMemory, type LiveDatabase } from '../database/live-database.ts';
import { openAgain, openDatabase } from '../database/open-database.ts';
import { EmulatorError, isEmulatorError } from '../emulator-error.ts';

/** A state of all organizations that can be gone back to. */
export interface Snapshot {
  readonly name: string;
  /** The size of its file. */
  readonly bytes: number;
}

/** Lower case, because there are disks that know no other. */
const nameRule = /^[a-z0-9][a-z0-9_-]{0,49}$/;

/** What the name of a snapshot is, for whoever gave another. */
export const snapshotNameRule = 'Give 1 to 50 lower-case letters, digits, - and _, such as empty';

/** Whether a snapshot may have the name. */
export function isSnapshotName(name: unknown): name is string {
  return typeof name === 'string' && nameRule.test(name);
}

const ending = '.db';

/** What is not a snapshot yet, or not any more, and what SQLite puts beside it. */
const isCopy = /\.copy(?:-|$)/;

/** As many pages as there can be: what is copied is of one moment. */
const allAtOnce = { rate: 1_000_000_000 };

/**
 * Snapshots of a database, each a file that is never written again, in a folder beside it. Of each that was made or restored
 * there is a copy more, to take the place of the database: so it takes no longer to restore many customers than few. What is
 * in memory comes to stand in a folder of temporary files, with its snapshots.
 */
export class Snapshots {
  /** Whether none is made or restored. */
  readonly isReadOnly: boolean;
  readonly #live: LiveDatabase;
  readonly #isTemporary: boolean;
  #folder: string | undefined;
  /** The copy of each snapshot that can be put in place. */
  readonly #copies = new Map<string, Promise<string>>();
  /** The files that nobody needs when this emulator is closed. */
  readonly #own = new Set<string>();
  readonly #pending = new Set<Promise<unknown>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(live: LiveDatabase, isReadOnly: boolean) {
    this.#live = live;
    this.isReadOnly = isReadOnly;
    this.#isTemporary = live.location === inMemory;
    this.#folder = this.#isTemporary ? undefined : `${live.location}-snapshots`;
  }

  /** All there are, by name. */
  list(): readonly Snapshot[] {
    return this.#files()
      .filter((file) => file.endsWith(ending) && isSnapshotName(file.slice(0, -ending.length)))
      .toSorted()
      .map((file) => ({ name: file.slice(0, -ending.length), bytes: statSync(this.#pathOf(file)).size }));
  }

  /**
   * Keeps the present state, or that of another snapshot, under a name. What had the name before is replaced.
   *
   * @throws {EmulatorError} when the name can't be one, there is no snapshot `from`, or it can't be written.
   */
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

  /**
   * Goes back to a snapshot, which stays.
   *
   * @throws {EmulatorError} when there is none with this name, it can't be read, or another process has the database open.
   */
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

  /**
   * Deletes a snapshot.
   *
   * @throws {EmulatorError} when there is none with this name.
   */
  delete(name: string): Promise<void> {
    return this.#inTurn('delete', name, async () => {
      this.#mustExist('delete', name);
      await this.#forgetCopy(name);
      await rm(this.#fileOf(name));
    });
  }

  /** Whether there is one with this name. */
  has(name: string): boolean {
    return isSnapshotName(name) && this.#folder !== undefined && existsSync(this.#fileOf(name));
  }

  /** Resolves when all that was begun is done; `undefined` where nothing was. */
  get settled(): Promise<unknown> | undefined {
    return this.#pending.size === 0 ? undefined : Promise.allSettled(this.#pending);
  }

  /** Deletes what nobody needs any more. */
  close(): void {
    const folder = this.#folder;
    if (this.#isTemporary && folder !== undefined) rmSync(folder, { recursive: true, force: true });
    else for (const file of this.#own) rmSync(file, { force: true });
  }

  /** One thing after the other, and all that fails as an error that says what it was about. */
  #inTurn(verb: string, name: string, work: () => Promise<void>): Promise<void> {
    const before = this.#last;
    const done = (async () => {
      await before;
      try {
        if (this.isReadOnly) throw readOnly(verb, name);
        await work();
      } catch (error) {
        if (isEmulatorError(error)) throw error;
        throw failed(verb, name, error);
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
    const { location, store } = this.#live;
    if (location === inMemory) {
      await backup(store.database, file, allAtOnce);
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

  #mustExist(verb: string, name: string): void {
    if (this.has(name)) return;
    const names = this.list().map((each) => each.name);
    const advice = names.length === 0 ? 'Save one first' : `Name one of these: ${names.join(', ')}`;
    throw new EmulatorError(
      `Failed to ${verb} the snapshot ${shown(name)}: there is none with this name. ${advice}.`,
      name,
    );
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

function readOnly(verb: string, name: string): EmulatorError {
  const received = 'the emulator is read-only';
  return new EmulatorError(
    `Failed to ${verb} the snapshot ${shown(name)}: ${received}. Start it without readOnly.`,
    name,
  );
}

function misnamed(name: string): EmulatorError {
  return new EmulatorError(`Failed to save a snapshot: ${shown(name)} can't be its name. ${snapshotNameRule}.`, name);
}

function failed(verb: string, name: string, cause: unknown): EmulatorError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const advice = 'Make sure that its folder, beside the database, can be written and has room';
  return new EmulatorError(`Failed to ${verb} the snapshot ${shown(name)}: ${reason}. ${advice}.`, name, { cause });
}
