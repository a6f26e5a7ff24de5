import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { misusedOption, noOptions, type OptionProblem, unknownOption } from '@customer-contracts/schemas/internal';

import { configFile } from '../config/config-file.ts';
import { ownerOf } from '../document/owner-of.ts';
import type { PactDocument } from '../document/pact-document.ts';
import { parseAnyPact, parsePact, withInteractions } from '../document/parse-pact.ts';
import { isRecord } from '../json/json-value.ts';
import { type PactError, PactFileError, PactOptionError } from '../pact-error.ts';
import { countOf } from '../report/text-table.ts';
import { BrokerError } from './broker-error.ts';
import { isDirectory, readText } from './read-text.ts';

/** What {@link readPacts} takes besides the places. */
export interface ReadPactsOptions {
  /**
   * The provider's name, as pacts and the broker have it. `rebilly-customers-api` by default. Pacts of others in a directory
   * are left out; a file that is named itself is read whoever its provider is.
   */
  readonly provider?: string;
}

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
  checkReadOptions(options);
  return pactsOf(await readAll(places, options));
}

function checkReadOptions(options: unknown): void {
  const problem = problemOf(options);
  if (problem !== undefined) throw new PactOptionError('read pacts', problem);
}

function problemOf(options: unknown): OptionProblem | undefined {
  if (!isRecord(options)) return noOptions(options);
  const unknown = Object.keys(options).find((name) => name !== 'provider');
  if (unknown !== undefined) return unknownOption(unknown, ['provider']);
  const { provider } = options;
  if (provider === undefined || typeof provider === 'string') return undefined;
  return misusedOption('provider', provider, 'Give the name that the pacts have');
}

/** What stands at some places. */
export interface ReadPlaces {
  /** The pacts that could be read, in the order of the places. */
  readonly pacts: readonly PactDocument[];
  /** Why the others could not. */
  readonly errors: readonly PactError[];
  /** The providers of the pacts that directories hold besides, whether they could be read or not: one name for each. */
  readonly others: readonly string[];
  /** How many JSON files the directories hold that are no pacts. */
  readonly noPacts: number;
  /** How many messages the provider's pacts have, those without any other interaction among them. */
  readonly messages: number;
}

/** What {@link readAll} takes. */
export interface ReadAllOptions extends ReadPactsOptions {
  /** Whether a directory may be without a pact of the provider. */
  readonly mayBeNone?: boolean;
}

/** The pacts; throws what {@link readPacts} does. */
export function pactsOf({ pacts, errors }: Pick<ReadPlaces, 'pacts' | 'errors'>): readonly PactDocument[] {
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
export async function readAll(places: readonly string[], options: ReadAllOptions): Promise<ReadPlaces> {
  const all: ReadPlaces[] = [];
  for await (const each of readEach(places, options)) all.push(each);
  return united(all);
}

/** The same bit by bit, each a file or less, for who keeps nothing of a pact: many files need no more memory than one. */
export async function* readEach(
  places: readonly string[],
  { provider = 'rebilly-customers-api', mayBeNone = false }: ReadAllOptions,
): AsyncGenerator<ReadPlaces> {
  for (const place of places) {
    try {
      yield* readPlace(place, provider, mayBeNone);
    } catch (error) {
      yield { ...nothing, errors: [readError(error)] };
    }
  }
}

const nothing: ReadPlaces = { pacts: [], errors: [], others: [], noPacts: 0, messages: 0 };

/** What was read bit by bit, in one. */
export function united(all: readonly ReadPlaces[]): ReadPlaces {
  return {
    pacts: all.flatMap(({ pacts }) => pacts),
    errors: all.flatMap(({ errors }) => errors),
    others: all.flatMap(({ others }) => others),
    noPacts: all.reduce((sum, { noPacts }) => sum + noPacts, 0),
    messages: all.reduce((sum, { messages }) => sum + messages, 0),
  };
}

function found(pact: PactDocument): ReadPlaces {
  return { ...nothing, pacts: pact.interactions.length > 0 ? [pact] : [], messages: pact.messages };
}

async function* readPlace(place: string, provider: string, mayBeNone: boolean): AsyncGenerator<ReadPlaces> {
  if (/^https?:\/\//.test(place)) {
    // Without a broker, nothing of it is loaded.
    const { fetchPacts } = await import('./fetch-pacts.ts');
    const pacts = await fetchPacts(place, provider);
    yield* refuseNone(
      place,
      provider,
      await Promise.all(pacts.map((read) => attempt(async () => found(await read())))),
    );
    return;
  }
  const files = jsonFilesIn(place);
  if (files === undefined || (files.length === 0 && !mayBeNone)) {
    yield found(readNamed(place));
    return;
  }
  const reads = readFiles(files, provider);
  yield* mayBeNone ? reads : refuseNone(place, provider, reads);
}

async function* readFiles(files: readonly string[], provider: string): AsyncGenerator<ReadPlaces> {
  for (const file of files) yield attempt(() => readAmongOthers(file, provider));
}

/** The same; and where there is no pact of the provider, an error that says what there is. */
async function* refuseNone(
  place: string,
  provider: string,
  reads: Iterable<ReadPlaces> | AsyncIterable<ReadPlaces>,
): AsyncGenerator<ReadPlaces> {
  const others = new Map<string, number>();
  let [isNone, hasMessages] = [true, false];
  for await (const read of reads) {
    yield read;
    isNone &&= read.pacts.length === 0 && read.errors.length === 0;
    hasMessages ||= read.messages > 0;
    for (const name of read.others) others.set(name, (others.get(name) ?? 0) + 1);
  }
  if (!isNone) return;
  const counts = new Intl.ListFormat('en-GB').format([...others].map(([name, count]) => `${count} with ${name}`));
  const [received, advice] = hasMessages
    ? [`it has nothing but messages with ${provider}`, 'Hand in a pact with interactions over HTTP.']
    : [`it has no pact with ${provider}${counts && `, but ${counts}`}`, 'Name the provider as its pacts do.'];
  throw new PactFileError(`Failed to read ${place}: ${received}. ${advice}`, [place]);
}

function readNamed(file: string): PactDocument {
  const { text, problem } = readText(file);
  if (problem !== undefined) throw problem;
  return parsePact(text, file);
}

/** A file of a directory, which may be somebody else's: that is left out, even where it can't be read. */
function readAmongOthers(file: string, provider: string): ReadPlaces {
  const { text, problem } = readText(file);
  try {
    if (problem !== undefined) throw problem;
    const pact = parseAnyPact(text, file, provider);
    if (pact.provider !== provider) return { ...nothing, others: [pact.provider] };
    return found(pact.messages === 0 ? withInteractions(pact) : pact);
  } catch (error) {
    if (!(error instanceof PactFileError)) throw error;
    const owner = ownerOf(text);
    if (owner === undefined || owner.provider === provider) throw error;
    return owner.provider === undefined ? { ...nothing, noPacts: 1 } : { ...nothing, others: [owner.provider] };
  }
}

async function attempt(read: () => ReadPlaces | Promise<ReadPlaces>): Promise<ReadPlaces> {
  try {
    return await read();
  } catch (error) {
    return { ...nothing, errors: [readError(error)] };
  }
}

/** The error, if it says why something can't be read; what else there is goes on as it came. */
function readError(error: unknown): PactError {
  if (error instanceof PactFileError || error instanceof BrokerError) return error;
  throw error;
}

/** The JSON files of a directory, in the order of their names; `undefined` where the path is no directory. */
function jsonFilesIn(path: string): readonly string[] | undefined {
  if (!isDirectory(path)) return undefined;
  try {
    const names = readdirSync(path).filter((name) => name.endsWith('.json') && name !== configFile);
    const files = names.toSorted().map((name) => join(path, name));
    return files.filter((file) => !isDirectory(file));
  } catch (cause) {
    const received = cause instanceof Error ? cause.message : String(cause);
    throw new PactFileError(`Failed to read ${path}: ${received}. Check the path.`, [path], { cause });
  }
}
