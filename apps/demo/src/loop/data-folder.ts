import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { DemoError } from '../demo-error.ts';

/** What the demo keeps from run to run. One demo at a time may use it: until it is disposed of, or its process ends. */
export interface DataFolder extends Disposable {
  /** The customers of the emulator. */
  readonly database: string;
  /** What the filling did; there as soon as it is whole. */
  readonly filling: string;
  /** What vitest said about the contract tests of the last run. */
  readonly tests: string;
  /** What the verification of the last run found. */
  readonly verification: string;
  /** What `customer-pact mutate --json` has printed about the tests of a consumer, where somebody has run it. */
  readonly mutations: (consumer: string) => string;
  /** What `customer-seed evidence` has recorded of the API, where somebody has run it. */
  readonly evidence: string;
  /** What the Contract page shows. */
  readonly report: string;
  /** Where a run puts things aside. Empty at its start. */
  readonly temporary: string;
}

/**
 * Opens the folder, or makes it; `fresh` drops the customers that are there.
 *
 * @throws {DemoError} when another demo is using it, or it can't be written.
 */
export function openDataFolder(path: string, fresh: boolean): DataFolder {
  const folder = resolve(path);
  const lock = locked(folder);
  const database = join(folder, 'customers.sqlite');
  const filling = join(folder, 'filling.json');
  const temporary = join(folder, 'temporary');
  if (fresh || !existsSync(database)) {
    // The filling first of all: what a kill leaves without it is filled once more.
    for (const file of [filling, database, `${database}-wal`, `${database}-shm`]) rmSync(file, { force: true });
  }
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
  return {
    database,
    filling,
    tests: join(folder, 'contract-tests.json'),
    verification: join(folder, 'verification.json'),
    mutations: (consumer) => join(folder, `mutations-${consumer}.json`),
    evidence: join(folder, 'customers-api.evidence.ndjson'),
    report: join(folder, 'contract-report.json'),
    temporary,
    [Symbol.dispose]: () => lock.close(),
  };
}

/** SQLite's lock, because the system gives it back even when the process is killed. */
function locked(folder: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    makeFolder(folder);
    lock = new DatabaseSync(join(folder, 'lock'));
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    lock?.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DemoError(
      reason === 'database is locked'
        ? `Failed to use ${folder}: another demo is using it. Stop that one, or name another folder with --data.`
        : `Failed to use ${folder}: ${reason}. Name a folder that can be written with --data.`,
      { cause },
    );
  }
}

/** Node's own recursive way never returns in a folder that takes no others, such as /proc. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
