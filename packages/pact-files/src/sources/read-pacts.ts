import { existsSync, readFileSync, statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { checkOptions } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import { configFile } from '../config/config-file.ts';
import type { PactDocument } from '../document/pact-document.ts';
import { parseAnyPact, parsePact, withInteractions } from '../document/parse-pact.ts';
import { type PactError, PactFileError, PactOptionError } from '../pact-error.ts';
import { countOf } from '../report/text-table.ts';
import { fetchPacts } from './fetch-pacts.ts';
import { BrokerError } from './pact-broker.ts';

/** What {@link readPacts} takes besides the places. */
export interface ReadPactsOptions {
  /**
   * The provider's name, as pacts and the broker have it. `rebilly-customers-api` by default. Pacts of others in a directory
   * are left out; a file that is named itself is read whoever its provider is.
   */
  readonly provider?: string;
}

const Options = z.strictObject({ provider: z.string('Give the name that the pacts have').optional() });

/**
 * The pacts at these places: paths of pact files, version 1 to 4, of directories of them, and addresses of a Pact Broker
 * or of a pact. A broker gives the latest pact of each consumer; its credentials are `PACT_BROKER_TOKEN`, or
 * `PACT_BROKER_USERNAME` and `PACT_BROKER_PASSWORD`.
 *
 * @throws {PactFileError} when one of them can't be read, is empty or no pact; its message names each that is.
 * @throws {BrokerError} when a broker can't be used.
 */
export async function readPacts(
  places: readonly string[],
  options: ReadPactsOptions = {},
): Promise<readonly PactDocument[]> {
  checkOptions(Options, options, (problem) => new PactOptionError('read pacts', problem));
  return pactsOf(await readAll(places, options));
}

/** What stands at some places. */
export interface ReadPlaces {
  /** The pacts that could be read, in the order of the places. */
  readonly pacts: readonly PactDocument[];
  /** Why the others could not. */
  readonly errors: readonly PactError[];
  /** How many pacts of other providers the directories hold. */
  readonly leftOut: number;
  /** How many messages the provider's pacts have, those without any other interaction among them. */
  readonly messages: number;
}

/** What {@link readAll} takes. */
export interface ReadAllOptions extends ReadPactsOptions {
  /** Whether a directory may be without a pact of the provider. */
  readonly mayBeNone?: boolean;
}

/** The pacts; throws what {@link readPacts} does. */
export function pactsOf({ pacts, errors }: ReadPlaces): readonly PactDocument[] {
  const [first, ...others] = errors;
  if (first === undefined) return pacts;
  if (others.length === 0) throw first;
  throw new PactFileError(
    `Failed to read ${countOf(errors.length, 'pact')}:\n${errors.map(({ message }) => `  ${message}`).join('\n')}`,
    errors.flatMap((error) => (error instanceof PactFileError ? error.files : [])),
    { cause: first },
  );
}

/** Reads what can be read. */
export async function readAll(
  places: readonly string[],
  { provider = 'rebilly-customers-api', mayBeNone = false }: ReadAllOptions,
): Promise<ReadPlaces> {
  const read = await Promise.all(places.map((place) => readPlace(place, provider, mayBeNone)));
  return {
    pacts: read.flatMap(({ pacts }) => pacts),
    errors: read.flatMap(({ errors }) => errors),
    leftOut: read.reduce((sum, { leftOut }) => sum + leftOut, 0),
    messages: read.reduce((sum, { messages }) => sum + messages, 0),
  };
}

async function readPlace(place: string, provider: string, mayBeNone: boolean): Promise<ReadPlaces> {
  if (/^https?:\/\//.test(place)) return settled(await attempt(() => fetchPacts(place, provider)));
  const files = jsonFilesIn(place);
  if (files === undefined || (files.length === 0 && !mayBeNone)) {
    return settled(await attempt(async () => [parsePact(textOf(place), place)]));
  }
  const read = (file: string): PactDocument => {
    const pact = parseAnyPact(textOf(file), file, provider);
    return pact.provider === provider && pact.messages === 0 ? withInteractions(pact) : pact;
  };
  const outcomes = files.map((file) => attempt(async () => [read(file)]));
  const all = settled((await Promise.all(outcomes)).flat());
  const own = all.pacts.filter((pact) => pact.provider === provider);
  const pacts = own.filter(({ interactions }) => interactions.length > 0);
  const isNone = pacts.length === 0 && all.errors.length === 0 && !mayBeNone;
  return {
    pacts,
    errors: isNone ? [noneOf(place, provider)] : all.errors,
    leftOut: all.pacts.length - own.length,
    messages: own.reduce((sum, { messages }) => sum + messages, 0),
  };
}

function settled(outcomes: readonly (PactDocument | PactError)[]): ReadPlaces {
  const pacts = outcomes.flatMap((each) => (each instanceof Error ? [] : [each]));
  return {
    pacts,
    errors: outcomes.flatMap((each) => (each instanceof Error ? [each] : [])),
    leftOut: 0,
    messages: pacts.reduce((sum, { messages }) => sum + messages, 0),
  };
}

function noneOf(directory: string, provider: string): PactFileError {
  return new PactFileError(
    `Failed to read ${directory}: it has no pact with ${provider}. Name the provider as its pacts do.`,
    [directory],
  );
}

async function attempt(read: () => Promise<readonly PactDocument[]>): Promise<readonly (PactDocument | PactError)[]> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof PactFileError || error instanceof BrokerError) return [error];
    throw error;
  }
}

function textOf(file: string): string {
  const refuse = (received: string, cause?: unknown) =>
    new PactFileError(`Failed to read ${file}: ${received}. Check the path.`, [file], { cause });
  if (file === '')
    throw new PactFileError('Failed to read pacts: an empty path was given. Name a file or directory.', [file]);
  if (!existsSync(file)) throw refuse('there is no such file or directory');
  if (statSync(file).isDirectory()) throw refuse('it holds no pact file');
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw refuse(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** The JSON files of a directory, in the order of their names; `undefined` where the path is no directory. */
function jsonFilesIn(path: string): readonly string[] | undefined {
  if (!existsSync(path) || !statSync(path).isDirectory()) return undefined;
  const names = readdirSync(path).filter((name) => name.endsWith('.json') && name !== configFile);
  return names.toSorted().map((name) => join(path, name));
}
