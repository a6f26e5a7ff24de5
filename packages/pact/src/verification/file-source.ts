import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { jsonFilesIn } from '../pact-files/json-files-in.ts';
import { MergeError } from '../shards/merge-error.ts';
import { PactFile } from '../shards/pact-file.ts';
import type { PactSource } from './pact-source.ts';

/** The pacts in files and directories of them. @throws {MergeError} when there are none, or one is none. */
export function fileSource(paths: readonly string[]): PactSource {
  const files = paths.flatMap((path) => filesAt(resolve(path)));
  const pacts = files.map(readPactFile);
  return {
    options: { pactUrls: files },
    find: (result) =>
      pacts
        .filter(({ consumer }) => consumer.name === result.consumer)
        .flatMap(({ interactions }) => interactions)
        .find(
          ({ key, description }) => description === result.description && (result.interactionKey ?? undefined) === key,
        ),
    unpublished: () => Promise.resolve([]),
  };
}

/** The files that a path stands for: itself, or those in the directory. */
function filesAt(path: string): readonly string[] {
  if (!existsSync(path)) {
    throw new MergeError(`Failed to read ${path}: there is no such file or directory. Check the path.`, path);
  }
  return jsonFilesIn(path) ?? [path];
}

function readPactFile(file: string): PactFile {
  try {
    return PactFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new MergeError(`Failed to read ${file}: it is no pact file of version 4. Hand in another.`, file, { cause });
  }
}
