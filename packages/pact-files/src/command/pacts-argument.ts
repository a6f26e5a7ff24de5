import { Argument, Option } from 'commander';

import { usualProvider } from './pact-places.ts';

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
  ).default(usualProvider);
}
