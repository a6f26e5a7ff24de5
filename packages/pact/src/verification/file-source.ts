import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import {
  isHttp,
  type PactDocument,
  PactFileError,
  pactsOf,
  readAll,
  type ReadPlaces,
} from '@customer-contracts/pact-files/internal';
import * as z from 'zod';

import type { PactSource, Wanted } from './pact-source.ts';
import type { CoreResult } from './run-verifier.ts';
import { VerificationError } from './verification-error.ts';

/** A part of the pact files, for one machine of several. */
export interface Shard {
  /** Which part, from 1. */
  readonly index: number;
  /** How many parts there are. */
  readonly count: number;
}

/**
 * The pacts with a provider in files and directories of them, of any version, or one part of these files. Those of other
 * providers in a directory are left out, and so are messages.
 *
 * @throws {VerificationError} when there are none, or one can't be read.
 */
export async function fileSource(paths: readonly string[], wanted: Wanted, shard: Shard): Promise<PactSource> {
  const read = await readPlaces(paths, wanted);
  const pacts = read.pacts.filter((_, position) => position % shard.count === shard.index - 1);
  const directory = mkdtempSync(join(tmpdir(), 'customer-contracts-'));
  return {
    runs: pacts.map((pact, position) => ({
      options: { pactUrls: [pact.messages === 0 ? pact.file : httpCopy(pact.file, directory, position)] },
      find: (result) => pact.interactions.find((interaction) => isAbout(interaction, result)),
    })),
    leftOut: { pacts: read.others.length, messages: read.messages },
    unpublished: () => Promise.resolve([]),
    remove: () => rmSync(directory, { recursive: true }),
  };
}

function isAbout(
  { key, description, states }: PactDocument['interactions'][number],
  { description: told, interactionKey, providerStates }: CoreResult,
): boolean {
  const isOfStates = states.map(({ name }) => name).join('\n') === providerStates.join('\n');
  return description === told && (interactionKey ?? undefined) === key && isOfStates;
}

async function readPlaces(paths: readonly string[], { provider, mayBeNone }: Wanted): Promise<ReadPlaces> {
  try {
    const read = await readAll(
      paths.map((path) => resolve(path)),
      { provider, mayBeNone },
    );
    return { ...read, pacts: pactsOf(read) };
  } catch (cause) {
    if (cause instanceof PactFileError) throw new VerificationError(cause.message, undefined, { cause });
    throw cause;
  }
}

const PactFile = z.looseObject({ interactions: z.array(z.unknown()).optional(), messages: z.unknown().optional() });

/** A copy of a pact file without its messages, which Pact's verifier would ask the provider for. */
function httpCopy(file: string, directory: string, position: number): string {
  const { interactions = [], messages: _, ...rest } = PactFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const copy = join(directory, `${position}.json`);
  writeFileSync(copy, JSON.stringify({ ...rest, interactions: interactions.filter(isHttp) }));
  return copy;
}
