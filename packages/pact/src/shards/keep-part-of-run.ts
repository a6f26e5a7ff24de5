import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { makeShardsDirectory } from './make-shards-directory.ts';
import { formatShard, type Shard, shardsDirectory } from './shard.ts';

/** Which part of a run that was divided among machines (`--shard 2/4`) some shards are. */
export interface PartOfRun {
  /** Counted from 1. */
  readonly index: number;
  readonly count: number;
}

/** The name of the file that says which part of a run a directory holds. */
export const manifestName = 'manifest.json';

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
