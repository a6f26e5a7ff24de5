import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { type MergedPact, mergeShards } from './merge-shards.ts';
import { type Shard, shardsDirectory } from './shard.ts';

/**
 * Merges the shards of a whole run, and removes those that stand beside the pact files: they are merged now, or of an
 * earlier run, and a stock `pact-verifier --dir pacts` takes them for pacts.
 *
 * @throws {MergeError} when `mergeShards` throws it; nothing is removed then.
 * @throws {SecretError} when `mergeShards` throws it; nothing is removed then.
 */
export function mergeRun(shards: readonly Shard[]): readonly MergedPact[] {
  const merged = mergeShards(shards);
  for (const { file } of merged) rmSync(join(dirname(file), shardsDirectory), { recursive: true, force: true });
  return merged;
}
