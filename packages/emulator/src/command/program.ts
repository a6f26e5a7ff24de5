import { createProgram as createCommand } from '@customer-contracts/command/flags';
import { type Allowance, sandboxAllowance } from '@customer-contracts/schemas';
import { type Command, Option } from 'commander';

import type { Fault } from '../faults/fault.ts';
import type { Cors } from '../http/cors.ts';
import {
  defaultOrganizations,
  parseCors,
  parseCount,
  parseFault,
  parseInstant,
  parseMegabytes,
  parseOrganization,
  parsePort,
  parseRateLimit,
  parseSeed,
} from './parse-flag.ts';

/** What the flags say. */
export interface Flags {
  readonly port: number;
  readonly host: string;
  readonly database?: string;
  readonly organization: readonly string[];
  readonly apiKeyFile?: string;
  readonly customers?: number;
  readonly seed: number;
  readonly providerStates?: boolean;
  readonly readOnly?: boolean;
  readonly databaseLimit?: number;
  readonly cors?: Cors;
  readonly admin?: boolean;
  readonly rateLimit: Allowance | false;
  readonly fault: readonly Fault[];
  readonly clock?: Date;
  readonly quiet?: boolean;
  readonly json?: true;
}

const examples = `
The API key comes from CUSTOMERS_API_KEY or --api-key-file. Without
either, one is made and printed.

Example:
  customer-emulator --database customers.db --customers 500 --seed 42
  URL=http://127.0.0.1:4010/organizations/demo
  curl -H "REB-APIKEY: $CUSTOMERS_API_KEY" "$URL/customers?limit=1"`;

/** The command's flags and help. Its `opts()` are {@link Flags}. */
export function createProgram(): Command {
  const rateLimit = new Option('--rate-limit <writes/seconds>', 'writes of each organization in a period, or off');
  const fault = new Option('--fault <json>', 'something to go wrong, as POST /_faults takes it; may be repeated');
  const organization = new Option('-o, --organization <id...>', 'organizations of the key, the default one first');
  const cors = new Option(
    '--cors <origin...>',
    'web pages that may use it: origins, all or none (default: all on this machine)',
  );
  return createCommand({
    name: 'customer-emulator',
    description: 'The Rebilly Customers API on this machine, over one SQLite file.',
    from: import.meta.url,
    manifest: '@customer-contracts/emulator/package.json',
  })
    .option('-p, --port <port>', 'port to listen at; 0 for a free one', parsePort, 4010)
    .option('--host <address>', 'address to listen at', '127.0.0.1')
    .option('-d, --database <file>', 'SQLite file, made when it is not there (default: in memory)')
    .option('--database-limit <megabytes>', 'the most that the file may take; 507 beyond', parseMegabytes)
    .addOption(organization.argParser<readonly string[]>(parseOrganization).default(defaultOrganizations, 'demo'))
    .option('--api-key-file <file>', 'file that has the API key in it')
    .option('-n, --customers <count>', 'fill the default organization with customers, once for each file', parseCount)
    .option('-s, --seed <seed>', 'what the customers are made from', parseSeed, 1)
    .option('--provider-states', "let POST /_provider-states bring Pact's provider states about")
    .option('--read-only', 'refuse every write with 403')
    .addOption(cors.argParser<Cors | undefined>(parseCors))
    .option('--admin', 'show requests and events, keep snapshots, move the clock (default: on this machine)')
    .option('--no-admin', 'do not')
    .addOption(rateLimit.argParser(parseRateLimit).default(sandboxAllowance, inWords(sandboxAllowance)))
    .addOption(fault.argParser<readonly Fault[]>(parseFault).default([], 'none'))
    .option('--clock <date-time>', 'stop the clock at a moment, such as 2026-01-01T00:00:00Z', parseInstant)
    .option('-q, --quiet', 'write no line for each request')
    .option('--json', 'write events as JSON, one on each line')
    .addHelpText('after', examples);
}

function inWords({ limit, windowSeconds }: Allowance): string {
  return `${limit}/${windowSeconds}`;
}
