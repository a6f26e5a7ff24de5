import { resolve } from 'node:path';

import { filesAt, readPactFiles } from '../shards/read-pact-files.ts';
import type { PactSource } from './pact-source.ts';

/** The pacts in files and directories of them. @throws {MergeError} when there are none, or one is none. */
export function fileSource(paths: readonly string[]): PactSource {
  const files = paths.flatMap((path) => filesAt(resolve(path)));
  const pacts = readPactFiles(files);
  return {
    options: { pactUrls: [...files] },
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
