import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { MergeError } from './merge-error.ts';
import { PactFile } from './pact-file.ts';

/**
 * The pact files at these paths, and in these directories, in the order of their names.
 *
 * @throws {MergeError} when a file is no pact of version 4.
 */
export function readPactFiles(paths: readonly string[]): readonly PactFile[] {
  return paths.flatMap(filesAt).map(readPactFile);
}

/** The pact files that a path stands for: itself, or those in the directory. @throws {MergeError} when there is nothing. */
export function filesAt(path: string): readonly string[] {
  if (!existsSync(path)) {
    throw new MergeError(`Failed to read ${path}: there is no such file or directory. Check the path.`, path);
  }
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => join(path, name));
}

function readPactFile(file: string): PactFile {
  try {
    return PactFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new MergeError(`Failed to read ${file}: it is no pact file of version 4. Hand in another.`, file, { cause });
  }
}
