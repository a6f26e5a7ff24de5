import { shown } from '@customer-contracts/schemas/internal';

import { EmulatorError } from '../emulator-error.ts';

/** Files that only pages of this origin see, and that survive a reload (File System standard, origin private file system). */
export interface PrivateFolder {
  /** What a file has; `undefined` where there is none. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Writes a file whole: a page that goes away meanwhile leaves the former one. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  delete(name: string): Promise<void>;
  list(): Promise<readonly string[]>;
  /** Leaves it to other pages. */
  close(): void;
}

// What is asked of a page here. Its types would bring thousands of global names.
interface FileHandle {
  getFile(): Promise<Blob>;
  createWritable(): Promise<{ write(bytes: Uint8Array): Promise<void>; close(): Promise<void> }>;
}
interface DirectoryHandle {
  keys(): AsyncIterable<string>;
  getDirectoryHandle(name: string, options: { readonly create: boolean }): Promise<DirectoryHandle>;
  getFileHandle(name: string, options?: { readonly create: boolean }): Promise<FileHandle>;
  removeEntry(name: string): Promise<void>;
}
interface PageNavigator {
  readonly storage: { getDirectory(): Promise<DirectoryHandle> };
  readonly locks: {
    request(
      name: string,
      options: { readonly ifAvailable: true },
      held: (lock: object | null) => Promise<void>,
    ): Promise<void>;
  };
}

function isPageNavigator(value: unknown): value is PageNavigator {
  return typeof value === 'object' && value !== null && 'storage' in value && 'locks' in value;
}

/**
 * Opens the folder of a name for this page alone, and makes it where there is none.
 *
 * @throws {EmulatorError} when the browser has no such files, or another page has it open.
 */
export async function openPrivateFolder(name: string): Promise<PrivateFolder> {
  const navigator: unknown = 'navigator' in globalThis ? globalThis.navigator : undefined;
  if (!isPageNavigator(navigator)) {
    throw refused(name, 'the browser keeps no files for this page', 'Serve the page over HTTPS or from localhost');
  }
  const close = await held(navigator, name);
  try {
    const root = await navigator.storage.getDirectory();
    const all = await root.getDirectoryHandle('customer-emulator', { create: true });
    return { ...filesIn(await all.getDirectoryHandle(name, { create: true })), close };
  } catch (cause) {
    close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw refused(name, reason, 'Let the browser keep data of this page', cause);
  }
}

/** Keeps others out. @returns what lets them in. The browser does so by itself when the page goes away. */
function held({ locks }: PageNavigator, name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const request = locks.request(`customer-emulator:${name}`, { ifAvailable: true }, async (lock) => {
      if (lock === null) throw refused(name, 'another page has it open', 'Close that one, or take another name');
      await new Promise<void>((release) => resolve(release));
    });
    request.catch(reject);
  });
}

function filesIn(directory: DirectoryHandle): Omit<PrivateFolder, 'close'> {
  return {
    read: async (name) => {
      try {
        const file = await (await directory.getFileHandle(name)).getFile();
        return new Uint8Array(await file.arrayBuffer());
      } catch (error) {
        if (error instanceof Error && error.name === 'NotFoundError') return undefined;
        throw error;
      }
    },
    write: async (name, bytes) => {
      const file = await directory.getFileHandle(name, { create: true });
      const writable = await file.createWritable();
      await writable.write(bytes);
      await writable.close();
    },
    delete: (name) => directory.removeEntry(name),
    list: async () => {
      const names: string[] = [];
      for await (const name of directory.keys()) names.push(name);
      return names;
    },
  };
}

function refused(name: string, received: string, advice: string, cause?: unknown): EmulatorError {
  const message = `Failed to open the customers of this page, ${shown(name)}: ${received.replace(/\.$/, '')}. ${advice}.`;
  return new EmulatorError(message, name, cause === undefined ? undefined : { cause });
}
