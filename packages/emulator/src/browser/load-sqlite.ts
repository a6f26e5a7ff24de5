import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';

import { EmulatorError } from '../emulator-error.ts';

type Initialize = (options?: { readonly locateFile: () => string }) => Promise<Sqlite3Static>;

/**
 * Loads SQLite when somebody asks for it.
 *
 * @param wasmUrl - where `sqlite3.wasm` is; beside the script that loads it when absent
 * @throws {EmulatorError} when it can't be loaded.
 */
export async function loadSqlite(wasmUrl: string | undefined): Promise<Sqlite3Static> {
  try {
    const { default: initialize }: { default: Initialize } = await import('@sqlite.org/sqlite-wasm');
    return await (wasmUrl === undefined ? initialize() : initialize({ locateFile: () => wasmUrl }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EmulatorError(
      `Failed to load SQLite: ${reason}. Install @sqlite.org/sqlite-wasm, and name the address of its sqlite3.wasm as wasmUrl.`,
      wasmUrl,
      { cause },
    );
  }
}
