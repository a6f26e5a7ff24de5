import type { PageDatabase } from './page-database.ts';
import type { SnapshotKeeper } from './page-snapshots.ts';
import type { PrivateFolder } from './private-folder.ts';

/** The file of the customers. */
export const customersFile = 'customers.db';

const ending = '.snapshot';

/** Keeps a database and its snapshots in a folder. */
export class Keeping implements SnapshotKeeper {
  readonly #live: PageDatabase;
  readonly #folder: PrivateFolder;
  #kept: string;
  #isWriting: Promise<void> | undefined;
  /** How often all that wasn't kept was lost. */
  #losses = 0;

  /** @param live - what was read from the folder, and nothing was written since */
  constructor(live: PageDatabase, folder: PrivateFolder) {
    this.#live = live;
    this.#folder = folder;
    this.#kept = live.state;
  }

  /**
   * Resolves when all that was written until now is kept. Those who wait together are served by one file.
   *
   * @throws what the browser threw, when it can't be kept. The database is as it was kept before, then.
   */
  async written(): Promise<void> {
    const losses = this.#losses;
    // What is being written may have been read before the last write.
    while (this.#isWriting !== undefined) await this.#isWriting.catch(() => {});
    if (losses !== this.#losses) throw new Error('a write before this one could not be kept');
    if (this.#live.state === this.#kept) return;
    this.#isWriting = this.#write().finally(() => (this.#isWriting = undefined));
    await this.#isWriting;
  }

  restored(): Promise<void> {
    return this.written();
  }

  keep(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.#folder.write(`${name}${ending}`, bytes);
  }

  forget(name: string): Promise<void> {
    return this.#folder.delete(`${name}${ending}`);
  }

  /** The snapshots in the folder, by name. */
  async snapshots(): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
    const found = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const name of await this.#folder.list()) {
      const bytes = name.endsWith(ending) ? await this.#folder.read(name) : undefined;
      if (bytes !== undefined) found.set(name.slice(0, -ending.length), bytes);
    }
    return found;
  }

  async #write(): Promise<void> {
    const { state, bytes } = this.#live;
    try {
      await this.#folder.write(customersFile, bytes);
      this.#kept = state;
    } catch (error) {
      this.#losses += 1;
      this.#live.replaceWith(await this.#folder.read(customersFile));
      this.#kept = this.#live.state;
      throw error;
    }
  }
}
