import { Command } from 'commander';

import type { Fault } from '../faults/fault.ts';
import type { Allowance } from '../rate-limit.ts';
import { parseCount, parseFault, parseInstant, parsePort, parseRateLimit, parseSeed } from './parse-flag.ts';

/** What the flags say. */
export interface Flags {
  readonly port: number;
  readonly host: string;
  readonly database?: string;
  readonly organization: readonly string[];
  readonly customers?: number;
  readonly seed: number;
  readonly providerStates: boolean;
  readonly readOnly: boolean;
  readonly rateLimit: Allowance | false;
  readonly fault: readonly Fault[];
  readonly clock?: Date;
  readonly quiet: boolean;
}

/** The command's flags and help. Its `opts()` are {@link Flags}. */
export function createProgram(): Command {
  return new Command('customer-emulator')
    .description('The Rebilly Customers API on this machine: eight operations over one SQLite file.')
    .option('-p, --port <port>', 'port to listen at; 0 for a free one', parsePort, 4010)
    .option('--host <address>', 'address to listen at', '127.0.0.1')
    .option('-d, --database <file>', 'SQLite file, made when it is not there (default: in memory)')
    .option('-o, --organization <id...>', 'organizations of the key, the default one first', ['demo'])
    .option('-n, --customers <count>', 'fill the first organization with customers, once for each file', parseCount)
    .option('-s, --seed <seed>', 'what the customers are made from', parseSeed, 1)
    .option('--provider-states', "let POST /_provider-states bring Pact's provider states about", false)
    .option('--read-only', 'refuse every write with 403', false)
    .option('--rate-limit <writes/seconds>', 'writes that each organization has in a period, or off', parseRateLimit, {
      limit: 3000,
      windowSeconds: 600,
    })
    .option('--fault <json>', 'something to go wrong, as POST /_faults takes it; may be repeated', parseFault, [])
    .option('--clock <date-time>', 'stop the clock at a moment, such as 2026-01-01T00:00:00Z', parseInstant)
    .option('-q, --quiet', 'write no line for each request', false)
    .addHelpText(
      'after',
      `
The API key comes from CUSTOMERS_API_KEY. Without it one is made and printed.

Example:
  customer-emulator --database customers.db --customers 500 --seed 42
  curl -H "REB-APIKEY: $CUSTOMERS_API_KEY" http://127.0.0.1:4010/organizations/demo/customers?limit=1`,
    );
}
