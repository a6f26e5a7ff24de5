import { resolve } from 'node:path';

import { type PactDocument, PactFileError, pactsOf, readAll } from '@customer-contracts/pact-files/internal';

import type { PactSource } from './pact-source.ts';
import { VerificationError } from './verification-error.ts';

/**
 * The pacts with a provider in files and directories of them, of any version. Those of other providers in a directory are
 * left out.
 *
 * @throws {VerificationError} when there are none, or one can't be read.
 */
export async function fileSource(paths: readonly string[], provider: string): Promise<PactSource> {
  const pacts = await readPacts(paths, provider);
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

async function readPacts(paths: readonly string[], provider: string): Promise<readonly PactDocument[]> {
  try {
    return pactsOf(
      await readAll(
        paths.map((path) => resolve(path)),
        { provider },
      ),
    );
  } catch (cause) {
    if (cause instanceof PactFileError) throw new VerificationError(cause.message, undefined, { cause });
    throw cause;
  }
}
