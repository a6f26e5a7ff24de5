import { existsSync } from 'node:fs';

import { Argument, Option } from 'commander';

import type { PactDocument } from '../document/pact-document.ts';
import { countOf } from '../report/text-table.ts';
import { pactsOf, readAll, type ReadPlaces } from '../sources/read-pacts.ts';

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

/** The pacts at these places, and a line about those that are left out; throws what `readPacts` does. */
export async function pactsAt(places: readonly string[], provider: string): Promise<readonly PactDocument[]> {
  const read = await readAll(places, { provider });
  sayLeftOut(read);
  return pactsOf(read);
}

/** On the error output, so that JSON stays JSON. */
export function sayLeftOut({ leftOut, messages }: ReadPlaces): void {
  if (leftOut > 0) console.error(`${countOf(leftOut, 'pact')} of another provider left out`);
  if (messages > 0) console.error(`${countOf(messages, 'message')} left out`);
}
