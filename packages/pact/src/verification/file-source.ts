import { resolve } from 'node:path';

import { pactsOf, readAll } from '@customer-contracts/pact-files/internal';

import type { PactSource } from './pact-source.ts';

/**
 * The pacts with a provider in files and directories of them, of any version. Those of other providers in a directory are
 * left out.
 *
 * @throws {PactFileError} when there are none, or one can't be read.
 */
export async function fileSource(paths: readonly string[], provider: string): Promise<PactSource> {
  const pacts = pactsOf(
    await readAll(
      paths.map((path) => resolve(path)),
      { provider },
    ),
  );
  return {
    options: { pactUrls: pacts.map(({ file }) => file) },
    find: (result) =>
      pacts
        .filter(({ consumer }) => consumer === result.consumer)
        .flatMap(({ interactions }) => interactions)
        .find(
          ({ key, description }) => description === result.description && (result.interactionKey ?? undefined) === key,
        ),
    unpublished: () => Promise.resolve([]),
  };
}
