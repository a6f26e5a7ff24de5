import { mkdirSync, rmSync, writeFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, dirname } from 'node:path';

import * as z from 'zod';

import { MergeError } from './merge-error.ts';
import { readShards } from './read-shards.ts';
import { formatShard, type Shard, shardsDirectory } from './shard.ts';
import { makeShardsDirectory } from './write-shard.ts';

/** Which part of a run that was divided among machines (`--shard 2/4`) some shards are. */
export interface PartOfRun {
  /** Counted from 1. */
  readonly index: number;
  readonly count: number;
}

/** The name of the file that says which part of a run a directory holds. */
const manifestName = 'manifest.json';

/**
 * Keeps the shards of one part of a run beside the pact files, each part in a directory of its own, until
 * `customer-pact merge` brings all of them together. A part without shards leaves its manifest in these directories all
 * the same: the merge can't know otherwise that nothing is missing.
 *
 * @returns the directories of the parts.
 */
export function keepPartOfRun(
  shards: readonly Shard[],
  { index, count }: PartOfRun,
  pactDirectories: Iterable<string>,
): readonly string[] {
  const directories = new Set([...shards.map(({ directory }) => directory), ...pactDirectories]);
  return [...directories].map((directory) => {
    const own = shards.filter((shard) => shard.directory === directory);
    const part = join(directory, shardsDirectory, `${index}-of-${count}`);
    rmSync(part, { recursive: true, force: true });
    makeShardsDirectory(join(directory, shardsDirectory));
    mkdirSync(part);
    writeFileSync(join(part, 'shards.ndjson'), own.map((shard) => `${formatShard(shard)}\n`).join(''));
    writeFileSync(join(part, manifestName), `${JSON.stringify({ index, count, interactions: own.length })}\n`);
    return join(directory, shardsDirectory);
  });
}

const Manifest = z.object({ index: z.int(), count: z.int(), interactions: z.int() });

/**
 * Makes sure that all parts of a run that was divided among machines are there, each with all its interactions.
 *
 * @throws {MergeError} with the part that is missing or incomplete.
 */
export function checkParts(directory: string): void {
  const parts = manifestsIn(directory).map((file) => ({ file, ...readManifest(file) }));
  for (const { file, index, count, interactions } of parts) {
    const found = readShards(dirname(file)).length;
    if (found !== interactions) {
      throw refuse(
        directory,
        `part ${index} of ${count} has ${found} of ${interactions} interactions`,
        'Fetch it again.',
      );
    }
    const missing = Array.from({ length: count }, (_, position) => position + 1).find(
      (position) => !parts.some((part) => part.index === position && part.count === count),
    );
    if (missing !== undefined)
      throw refuse(directory, `part ${missing} of ${count} is missing`, 'Fetch it, or run it.');
  }
}

function manifestsIn(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(manifestName)).map((name) => join(directory, name));
}

function readManifest(file: string): z.infer<typeof Manifest> {
  return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function refuse(directory: string, received: string, advice: string): MergeError {
  return new MergeError(`Failed to merge ${directory}: ${received}. ${advice}`, directory);
}
