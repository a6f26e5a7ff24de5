import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

import { makeShardsDirectory } from './make-shards-directory.ts';
import { formatShard, type Shard, shardsVariable } from './shard.ts';
import { shardsPath } from './shards-path.ts';
import { warnUnmerged } from './warn-unmerged.ts';

/** One file for each process, thread and module instance: nobody else writes to it, so nothing is lost. */
const fileName = `${process.pid}-${randomUUID()}.ndjson`;

/** Keeps a shard until the merge. One line at the end of a file, whatever the number of lines before. */
export function writeShard(shard: Shard): void {
  const directory = shardsPath(shard.directory);
  if (process.env[shardsVariable] === undefined) warnUnmerged(directory);
  makeShardsDirectory(directory);
  appendFileSync(join(directory, fileName), `${formatShard(shard)}\n`);
}
