import type { EmulatorOptions } from '../emulator-options.ts';

/** What an emulator in a page is made from. Every option may be left out. */
export interface PageOptions extends Omit<EmulatorOptions, 'cors' | 'database'> {
  /**
   * The name under which the browser keeps the customers and the snapshots for pages of this origin: lower-case letters, digits,
   * `-` and `_`. No write is acknowledged before it is kept. When absent, all is gone with the page.
   */
  readonly persist?: string;
  /** Where `sqlite3.wasm` is, for who moves it. Beside the script of `@sqlite.org/sqlite-wasm` when absent. */
  readonly wasmUrl?: string;
}
