import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { MergeError } from './merge-error.ts';
import { parseShard, type Shard } from './shard.ts';

/**
 * The shards of a directory and of the directories in it, in the order of their names.
 *
 * @throws {MergeError} when a file is not what a test left behind: cut off by a kill, say.
 */
export function readShards(directory: string): readonly Shard[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ndjson'),
  );
  return names.toSorted().flatMap((name) => readShardFile(join(directory, name)));
}

function readShardFile(file: string): readonly Shard[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  if (lines.pop() !== '')
    throw new MergeError(`Failed to read ${file}: its last line is cut off. Run the tests again.`, file);
  return lines.map((line, index) => {
    try {
      return parseShard(line, file);
    } catch (cause) {
      throw new MergeError(`Failed to read ${file}: line ${index + 1} is no shard. Run the tests again.`, file, {
        cause,
      });
    }
  });
}
