import { existsSync } from 'node:fs';

import { Argument, Option } from 'commander';

/** The argument of every command that reads pacts. */
export function pactsArgument(): Argument {
  return new Argument(
    '[pacts...]',
    'pact files, directories of them, addresses of a Pact Broker; by default the directory pacts, or the broker at PACT_BROKER_BASE_URL where there is none',
  );
}

/** The option that says whose pacts a broker is asked for. */
export function providerOption(): Option {
  return new Option('--provider <name>', "the provider's name, as the broker knows it").default(
    'rebilly-customers-api',
  );
}

/** The places that were given, or the usual ones. */
export function placesOf(given: readonly string[]): readonly string[] {
  const { PACT_BROKER_BASE_URL: broker } = process.env;
  if (given.length > 0) return given;
  return broker && !existsSync('pacts') ? [broker] : ['pacts'];
}
