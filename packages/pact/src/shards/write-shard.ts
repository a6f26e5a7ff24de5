import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { maskSecrets } from '@customer-contracts/pact-files/internal';

import { formatShard, type Shard, shardsVariable, shardsDirectory } from './shard.ts';

/** One file for each process, thread and module instance: nobody else writes to it, so nothing is lost. */
const fileName = `${process.pid}-${randomUUID()}.ndjson`;

/** Keeps a shard until the merge. One line at the end of a file, whatever the number of lines before. */
export function writeShard(shard: Shard): void {
  const directory = shardsPath(shard.directory);
  if (process.env[shardsVariable] === undefined) warnUnmerged(directory);
  makeShardsDirectory(directory);
  appendFileSync(join(directory, fileName), `${formatShard(shard)}\n`);
}

/** Where the shards of a pact directory go: the place of this run, else beside the pact files. */
export function shardsPath(directory: string): string {
  return process.env[shardsVariable] ?? join(directory, shardsDirectory);
}

const made = new Set<string>();

/** Makes a directory for shards that git does not see: they are no part of anybody's repository. */
export function makeShardsDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true });
  if (made.has(directory)) return;
  writeFileSync(join(directory, '.gitignore'), '*\n');
  made.add(directory);
}

let hasWarned = false;

/**
 * Tells, once, whoever runs vitest or jest without the plugin and without the command that no pact file comes of it: the
 * run is green, and nothing else would say so.
 */
function warnUnmerged(shards: string): void {
  const { VITEST, JEST_WORKER_ID } = process.env;
  const remedy = VITEST
    ? "Add customerPactPlugin() to vitest's plugins, or run customer-pact merge"
    : 'Run customer-pact merge';
  if (hasWarned || !(VITEST || JEST_WORKER_ID)) return;
  hasWarned = true;
  // Not the console, to which both runners add lines of their own.
  process.stderr.write(
    maskSecrets(
      `customer-pact: no pact file is written, interactions are kept in ${relative(process.cwd(), shards)}. ${remedy}.\n`,
    ),
  );
}
