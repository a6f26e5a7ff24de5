import { existsSync } from 'node:fs';

import { operationIds } from '@customer-contracts/schemas/plain';
import { Argument, Option } from 'commander';

import type { PactDocument } from '../document/pact-document.ts';
import { isOfAnotherApi } from '../documented/outside.ts';
import { PactFileError } from '../pact-error.ts';
import { countOf } from '../report/text-table.ts';
import { pactsOf, readAll, readEach, type ReadPlaces } from '../sources/read-pacts.ts';

/** The argument of every command that reads pacts. */
export function pactsArgument(): Argument {
  return new Argument(
    '[pacts...]',
    'pact files, directories of them, addresses of a Pact Broker; by default the directory pacts, or the broker at PACT_BROKER_BASE_URL where there is none',
  );
}

/** The option that says whose pacts are taken from a directory or a broker. */
export function providerOption(): Option {
  return new Option(
    '--provider <name>',
    'whose pacts are taken from directories and brokers; a file that you name is read whoever its provider is',
  ).default('rebilly-customers-api');
}

/** The places that were given, or the usual ones. */
export function placesOf(given: readonly string[]): readonly string[] {
  const { PACT_BROKER_BASE_URL: broker } = process.env;
  if (given.length > 0) return given;
  return broker && !existsSync('pacts') ? [broker] : ['pacts'];
}

/** What stands at these places. A pact of another API, which only somebody who names it hands in, is an error. */
export async function readPlaces(places: readonly string[], provider: string): Promise<ReadPlaces> {
  return withoutStrange(await readAll(places, { provider }), provider);
}

/** The same bit by bit, as `readEach` reads it. */
export async function* readEachPlace(places: readonly string[], provider: string): AsyncGenerator<ReadPlaces> {
  for await (const read of readEach(places, { provider })) yield withoutStrange(read, provider);
}

function withoutStrange({ pacts, errors, ...others }: ReadPlaces, provider: string): ReadPlaces {
  const strange = pacts.filter((pact) => pact.provider !== provider && isOfAnotherApi(pact));
  return {
    ...others,
    pacts: pacts.filter((pact) => !strange.includes(pact)),
    errors: [...errors, ...strange.map((pact) => strangeness(pact, provider))],
  };
}

function strangeness({ file, provider: theirs }: PactDocument, provider: string): PactFileError {
  const received = `its provider is ${theirs}, and it calls none of the ${operationIds.length} operations of ${provider}`;
  return new PactFileError(
    `Failed to judge ${file}: ${received}. Hand in a pact with ${provider}, or give --provider if it has another name.`,
    [file],
  );
}

/** The pacts at these places, and a line about those that are left out; throws what `readPacts` does. */
export async function pactsAt(places: readonly string[], provider: string): Promise<readonly PactDocument[]> {
  const read = await readPlaces(places, provider);
  refuseErrors(read);
  return read.pacts;
}

/** Says what is left out. @throws what is wrong, all in one. */
export function refuseErrors(...read: readonly ReadPlaces[]): void {
  read.forEach(sayLeftOut);
  pactsOf({ pacts: [], errors: read.flatMap(({ errors }) => errors) });
}

/** On the error output, so that JSON stays JSON. */
export function sayLeftOut({ others, noPacts, messages }: ReadPlaces): void {
  if (others.length > 0) console.error(`${countOf(others.length, 'pact')} of another provider left out`);
  if (noPacts > 0) console.error(`${countOf(noPacts, 'file')} left out: no ${noPacts === 1 ? 'pact' : 'pacts'}`);
  if (messages > 0) console.error(`${countOf(messages, 'message')} left out`);
}
