import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const made = new Set<string>();

/** Makes a directory for shards that git does not see: they are no part of anybody's repository. */
export function makeShardsDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true });
  if (made.has(directory)) return;
  writeFileSync(join(directory, '.gitignore'), '*\n');
  made.add(directory);
}
