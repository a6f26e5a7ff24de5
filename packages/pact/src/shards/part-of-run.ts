import { mkdirSync, rmSync, writeFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, dirname } from 'node:path';

import * as z from 'zod';

import type { Extent } from './gate.ts';
import { MergeError } from './merge-error.ts';
import { readLastRun, readRun } from './read-shards.ts';
import { formatLine, neverRun, type RunRecord } from './run-record.ts';
import { shardsDirectory } from './shard.ts';
import { makeShardsDirectory } from './write-shard.ts';

/** Which part of a run that was divided among machines (`--shard 2/4`) some shards are. */
export interface PartOfRun {
  /** Counted from 1. */
  readonly index: number;
  readonly count: number;
  /** What the part was of all tests that it should have run. */
  readonly extent: Extent;
  /** A hash of all tests of the run, so that parts of different runs don't pass for one; absent where nobody says it. */
  readonly tests?: string | undefined;
}

/** The name of the file that says which part of a run a directory holds. */
const manifestName = 'manifest.json';

/**
 * Keeps what one part of a run left beside the pact files, each part in a directory of its own, until
 * `customer-pact merge` brings all of them together. A part without shards leaves its manifest in these directories all
 * the same: the merge can't know otherwise that nothing is missing. Parts of a run that was divided otherwise go.
 *
 * @returns the directories of the parts.
 */
export function keepPartOfRun(
  record: RunRecord,
  { index, count, extent, tests }: PartOfRun,
  pactDirectories: Iterable<string>,
): readonly string[] {
  const directories = new Set([...record.shards.map(({ directory }) => directory), ...pactDirectories]);
  const missed = neverRun(record);
  return [...directories].map((directory) => {
    const own = record.shards.filter((shard) => shard.directory === directory);
    const lines = [
      ...own,
      ...missed.filter((each) => each.directory === directory).map((described) => ({ described })),
      ...[...record.done].map((done) => ({ done })),
    ];
    const shards = join(directory, shardsDirectory);
    for (const name of otherDivisions(shards, count)) rmSync(join(shards, name), { recursive: true, force: true });
    const part = join(shards, `${index}-of-${count}`);
    rmSync(part, { recursive: true, force: true });
    makeShardsDirectory(shards);
    mkdirSync(part);
    writeFileSync(join(part, 'shards.ndjson'), lines.map(formatLine).join(''));
    const manifest: Manifest = {
      index,
      count,
      interactions: own.length,
      tests,
      isWhole: extent.kind === 'whole' && extent.proves(directory),
      reason: extent.kind === 'partial' ? extent.reason : undefined,
    };
    writeFileSync(join(part, manifestName), `${JSON.stringify(manifest)}\n`);
    return shards;
  });
}

function otherDivisions(shards: string, count: number): readonly string[] {
  if (!existsSync(shards)) return [];
  return readdirSync(shards).filter((name) => /^\d+-of-\d+$/.test(name) && !name.endsWith(`-of-${count}`));
}

const Manifest = z.object({
  index: z.int(),
  count: z.int(),
  interactions: z.int(),
  tests: z.string().optional(),
  isWhole: z.boolean(),
  reason: z.string().optional(),
});
type Manifest = z.infer<typeof Manifest>;

/** What stands beside the pact files of a directory. */
interface Kept {
  /** Where it stands. */
  readonly shards: string;
  /** What all parts of a divided run are together; `undefined` where there are no parts. */
  readonly extent: Extent | undefined;
  /** What the last run left, as of this directory: parts may come from other machines, where it was another one. */
  readonly record: RunRecord;
}

/**
 * Reads what the last run left beside the pact files of a directory: a single run, or all parts of a divided one.
 *
 * @throws {MergeError} with the part that is missing or incomplete, or of other tests; and as `readShards` does.
 */
export function readKept(directory: string): Kept {
  const shards = join(directory, shardsDirectory);
  const extent = extentOfParts(shards);
  const record = readLastRun(shards);
  return { shards, extent, record: { ...record, shards: record.shards.map((shard) => ({ ...shard, directory })) } };
}

/**
 * Makes sure that all parts of a run that was divided among machines are there, each with all its interactions, and says
 * what they are together; `undefined` where there are no parts.
 *
 * @throws {MergeError} with the part that is missing or incomplete, or of other tests.
 */
function extentOfParts(directory: string): Extent | undefined {
  const parts = manifestsIn(directory).map((file) => ({ file, ...readManifest(file) }));
  const [first] = parts;
  if (first === undefined) return undefined;
  for (const { file, index, count, interactions, tests } of parts) {
    const found = readRun(dirname(file)).shards.length;
    if (found !== interactions) {
      throw refuse(
        directory,
        `part ${index} of ${count} has ${found} of ${interactions} interactions`,
        'Fetch it again.',
      );
    }
    if (tests !== first.tests) {
      const received = `part ${index} of ${count} is of other tests than part ${first.index} of ${first.count}`;
      throw refuse(directory, received, 'Run both again.');
    }
    const missing = Array.from({ length: count }, (_, position) => position + 1).find(
      (position) => !parts.some((part) => part.index === position && part.count === count),
    );
    if (missing !== undefined)
      throw refuse(directory, `part ${missing} of ${count} is missing`, 'Fetch it, or run it.');
  }
  const reason = parts.find((part) => part.reason !== undefined)?.reason;
  if (reason !== undefined) return { kind: 'partial', reason };
  return parts.every(({ isWhole }) => isWhole) ? { kind: 'whole', proves: () => true } : { kind: 'unknown' };
}

function manifestsIn(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(manifestName)).map((name) => join(directory, name));
}

function readManifest(file: string): Manifest {
  return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function refuse(directory: string, received: string, advice: string): MergeError {
  return new MergeError(`Failed to merge ${directory}: ${received}. ${advice}`, directory);
}
