import { existsSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

import * as z from 'zod';

import { namedDocument } from '../api/document-variable.ts';
import type { Extent } from './gate.ts';
import { here, mergeRun, type WrittenFile } from './merge-shards.ts';
import { keepPartOfRun } from './part-of-run.ts';
import type { RunRecord } from './run-record.ts';
import { settledFile } from './shard.ts';

/** What the vitest plugin and the jest reporter take. */
export const RunOptions = z.strictObject({
  directory: z.string("Give a path, such as 'pacts'").optional(),
  allowRemoval: z.boolean('Give true or false').optional(),
});

/** A run that is over and green. */
export interface FinishedRun {
  readonly record: RunRecord;
  readonly extent: Extent;
  /** Which part of a divided run it was, and a hash of all tests of it where the runner knows them. */
  readonly part: { readonly index: number; readonly count: number; readonly tests?: string | undefined } | undefined;
  /** Where pact files go that no shard of this run belongs to. */
  readonly directories: Iterable<string>;
  readonly allowsRemoval: boolean;
}

/** What is said about a run. */
export interface Ending {
  readonly lines: readonly string[];
  /** Whether its pact files were left as they were, and nobody said that they should be. */
  readonly isLeft: boolean;
  /** The pact files that are up to date now. */
  readonly pacts: readonly WrittenFile[];
  /** What else there is to know of them. */
  readonly notes: readonly string[];
  /** Where the shards are kept, of a part of a run. */
  readonly parts: readonly string[];
  /** Why pact files were left as they were; null where they were not, and of a part. */
  readonly left: string | null;
}

/**
 * Writes the pact files of a run, or keeps its shards where it is a part of one.
 *
 * @throws {MergeError} and {SecretError} as the gate and the merge do.
 */
export function finishRun({ record, extent, part, directories, allowsRemoval }: FinishedRun): Ending {
  if (part !== undefined && record.document === undefined && namedDocument() === undefined) {
    const kept = keepPartOfRun(record, { ...part, extent }, directories);
    const name = `part ${part.index} of ${part.count}`;
    return {
      lines: kept.map((each) => `${name} kept in ${here(each)}: bring all of them together with customer-pact merge`),
      ...nothingWritten,
      parts: kept.map(here),
    };
  }
  const outcome = mergeRun(record, extent, allowsRemoval);
  return outcome.kind === 'written'
    ? { ...nothingWritten, lines: outcome.lines, pacts: outcome.pacts, notes: outcome.notes }
    : {
        ...nothingWritten,
        lines: [`pact files left as they were: ${outcome.reason}`],
        isLeft: outcome.isMeant !== true,
        left: outcome.reason,
      };
}

const nothingWritten: Omit<Ending, 'lines'> = { isLeft: false, pacts: [], notes: [], parts: [], left: null };

/** A package with tests: the folder that the runner began in, and the nearest one with a package.json. */
export interface Home {
  readonly root: string;
  readonly home: string;
}

/**
 * A run of all tests of some packages. It proves nothing about a folder of a package, or a directory outside of all of
 * them: others may write there, too.
 */
export function wholeRunOf(homes: readonly Home[]): Extent {
  const whole = homes.filter(({ root, home }) => resolve(root) === resolve(home));
  return { kind: 'whole', proves: (directory) => whole.some(({ home }) => isInside(home, directory)) };
}

function isInside(home: string, directory: string): boolean {
  const path = relative(home, directory);
  return path !== '..' && !path.startsWith(`..${sep}`) && resolve(path) !== path;
}

/** Tells the command around a run that has a plugin, which made `outer` for its shards, that nothing is left to do. */
export function settle(outer: string | undefined): void {
  if (outer !== undefined && existsSync(outer)) writeFileSync(join(outer, settledFile), '');
}
