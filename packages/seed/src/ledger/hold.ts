import { realpathSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import type { DatabaseSync } from 'node:sqlite';

import { harmless } from '@customer-contracts/schemas/internal';

/** A file is held by another run. */
export class HeldError extends Error {
  override readonly name = 'HeldError';
}

/** SQLite's way to say that somebody else has the lock. */
const busy = 5;

/**
 * Holds a file for this process alone, by a lock of the operating system on `FILE.lock` beside it. The system lets go of it
 * when the process ends, in whatever way: a lock that a kill leaves behind can't be, and no process has to be guessed dead.
 * SQLite is what Node has to ask for such a lock; it also has room for the words that say who holds it.
 *
 * @throws {HeldError} when another process, or another run in this one, holds it.
 */
export function hold(file: string): Disposable {
  if (!statSync(file).isFile()) throw new TypeError('it is no file that keeps');
  // One file may have several names.
  const database = open(`${realpathSync(file)}.lock`);
  try {
    // A kill of the process loses nothing that it has written, and nothing else is asked of this file.
    database.exec(
      'PRAGMA page_size = 512; PRAGMA synchronous = OFF; BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (words TEXT)',
    );
    database.exec('DELETE FROM holder');
    const holder = `process ${process.pid} on ${hostname()}, since ${new Date().toISOString()}`;
    database.prepare('INSERT INTO holder VALUES (?)').run(holder);
    // Others can read who it is while the lock is held, and nobody else can write.
    database.exec('COMMIT; BEGIN IMMEDIATE');
  } catch (cause) {
    const isHeld = cause instanceof Error && 'errcode' in cause && cause.errcode === busy;
    const holder = isHeld ? holderIn(database) : '';
    database.close();
    throw isHeld ? new HeldError(`another run uses it${holder}`, { cause }) : cause;
  }
  return { [Symbol.dispose]: () => database.close() };
}

/** Who it is, in brackets; nothing where that can't be read at this moment. */
function holderIn(database: DatabaseSync): string {
  try {
    const words = database.prepare('SELECT words FROM holder').get()?.['words'];
    return typeof words === 'string' ? ` (${harmless(words)})` : '';
  } catch {
    return '';
  }
}

/** Node 22 warns of node:sqlite when it is loaded. Whoever seeds can do nothing about it, and need not read that. */
function open(file: string): DatabaseSync {
  const emitWarning: unknown = Reflect.get(process, 'emitWarning');
  Reflect.set(process, 'emitWarning', () => {});
  try {
    const sqlite = process.getBuiltinModule('node:sqlite');
    return new sqlite.DatabaseSync(file);
  } finally {
    Reflect.set(process, 'emitWarning', emitWarning);
  }
}
