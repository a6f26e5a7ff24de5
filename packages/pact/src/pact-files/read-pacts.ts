import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { fetchPacts } from './fetch-pacts.ts';
import { BrokerError } from '../broker/broker-error.ts';
import { countOf } from '../count-of.ts';
import type { PactError } from '../pact-error.ts';
import type { PactDocument } from './pact-document.ts';
import { PactFileError } from './pact-file-error.ts';
import { parsePact } from './parse-pact.ts';

/** What {@link readPacts} takes besides the places. */
export interface ReadPactsOptions {
  /** The provider's name, as the broker knows it. `rebilly-customers-api` by default. Files are read whoever their provider is. */
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
  const { pacts, errors } = await readAll(places, options);
  const [first, ...others] = errors;
  if (first === undefined) return pacts;
  if (others.length === 0) throw first;
  throw new PactFileError(
    `Failed to read ${countOf(errors.length, 'pact')}:\n${errors.map(({ message }) => `  ${message}`).join('\n')}`,
    errors.flatMap((error) => (error instanceof PactFileError ? error.files : [])),
    { cause: first },
  );
}

/** The pacts that could be read, in the order of the places, and why the others could not. */
export async function readAll(
  places: readonly string[],
  { provider = 'rebilly-customers-api' }: ReadPactsOptions,
): Promise<{ readonly pacts: readonly PactDocument[]; readonly errors: readonly PactError[] }> {
  const outcomes = places.flatMap((place) =>
    /^https?:\/\//.test(place)
      ? [attempt(() => fetchPacts(place, provider))]
      : filesAt(place).map((file) => attempt(async () => [parsePact(textOf(file), file)])),
  );
  const settled = (await Promise.all(outcomes)).flat();
  return {
    pacts: settled.flatMap((each) => (each instanceof Error ? [] : [each])),
    errors: settled.flatMap((each) => (each instanceof Error ? [each] : [])),
  };
}

async function attempt(read: () => Promise<readonly PactDocument[]>): Promise<readonly (PactDocument | PactError)[]> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof PactFileError || error instanceof BrokerError) return [error];
    throw error;
  }
}

/** A path itself, or the JSON files of a directory, in the order of their names. */
function filesAt(path: string): readonly string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  return names.length === 0 ? [path] : names.toSorted().map((name) => join(path, name));
}

function textOf(file: string): string {
  const refuse = (received: string, cause?: unknown) =>
    new PactFileError(`Failed to read ${file}: ${received}. Check the path.`, [file], { cause });
  if (!existsSync(file)) throw refuse('there is no such file or directory');
  if (statSync(file).isDirectory()) throw refuse('it holds no pact file');
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw refuse(cause instanceof Error ? cause.message : String(cause), cause);
  }
}
