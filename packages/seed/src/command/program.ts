import { createRequire } from 'node:module';

import { defaultLocaleTag, localeTags } from '@customer-contracts/fixtures/locales';
import type { Allowance } from '@customer-contracts/schemas';
import { versionIn } from '@customer-contracts/schemas/internal';
import { Command, Option } from 'commander';

import type { Shard } from '../shard.ts';
import { parseLocale, parseMore, parseRate, parseShard, parseShare, parseWhole } from './parse-flag.ts';

/** The flags that say which customers. */
export interface RecordFlags {
  readonly count?: number;
  readonly seed: number;
  readonly locale: string;
  readonly leadSources: number;
  readonly duplicates: number;
  readonly websiteId?: string;
  readonly payload?: string;
  readonly shard?: Shard;
  readonly json?: true;
}

/** The flags that say where they are, too. */
export interface TargetFlags extends RecordFlags {
  readonly to?: string;
  readonly apiKeyFile?: string;
  readonly allowHost: readonly string[];
  readonly concurrency: number;
  readonly rate?: Allowance;
}

/** The flags of the command itself. */
export interface SeedFlags extends TargetFlags {
  readonly journal?: string;
  readonly dryRun?: true;
  readonly yes?: true;
}

/** The flags of `undo`. */
export interface UndoFlags extends TargetFlags {
  readonly into: string;
  readonly yes?: true;
}

/** What the command and its subcommands do. */
export interface Actions {
  readonly seed: (flags: SeedFlags) => Promise<void>;
  readonly undo: (flags: UndoFlags) => Promise<void>;
  readonly verify: (flags: TargetFlags) => Promise<void>;
  readonly ids: (flags: RecordFlags) => Promise<void>;
}

const examples = `
The API key comes from CUSTOMERS_API_KEY or --api-key-file. CUSTOMERS_API_URL and ORGANIZATION_ID may stand for --to.

Examples:
  customer-seed --to http://127.0.0.1:4010/organizations/demo --count 10000 --seed 42
  customer-seed --to https://api-sandbox.rebilly.com/organizations/org_01 --count 50000 --journal seed.journal --yes
  customer-seed --to "$URL" --count 1000000 --shard 3/16 --yes
  customer-seed --to "$URL" --payload customers.ndjson --dry-run
  customer-seed verify --to "$URL" --count 10000 --seed 42
  customer-seed undo --to "$URL" --count 10000 --seed 42 --into tombstone --yes`;

/** The command with its flags and help. */
export function createProgram(actions: Actions): Command {
  const program = withTarget(withRecords(new Command('customer-seed')))
    .description('Fills a staging organization with realistic customers that can reach nobody. Run it again to go on.')
    .version(versionIn(createRequire(import.meta.url)('@customer-contracts/seed/package.json')))
    .option('--journal <file>', 'file that says which are done, so that they are not read again')
    .option('--dry-run', 'read only, and say what would be written')
    .option('-y, --yes', 'do not ask; needed for more than 10000 writes where there is no terminal')
    .enablePositionalOptions()
    .allowExcessArguments(false)
    .addHelpText('after', examples)
    .action((flags: SeedFlags) => actions.seed(flags));
  withTarget(withRecords(program.command('verify')))
    .description('Reads them back and says which are missing, changed or extra. Exit code 1 when any is.')
    .action((flags: TargetFlags) => actions.verify(flags));
  withTarget(withRecords(program.command('undo')))
    .description('Merges them into one tombstone customer: the API has no delete. A dry run unless --yes is given.')
    .requiredOption('--into <id>', 'the tombstone, made when it is not there')
    .option('-y, --yes', 'do it')
    .action((flags: UndoFlags) => actions.undo(flags));
  withRecords(program.command('ids'))
    .description('Writes the ids, one on each line. Sends nothing.')
    .action((flags: RecordFlags) => actions.ids(flags));
  return program;
}

function withRecords(command: Command): Command {
  return command
    .option('-n, --count <count>', 'how many customers', parseWhole)
    .option('-s, --seed <seed>', 'what they are made from', parseWhole, 1)
    .option(
      '-l, --locale <tag>',
      `where they live: ${localeTags.join(', ')}, or a mix such as en-US:6,de-DE:3`,
      parseLocale,
      defaultLocaleTag,
    )
    .option('--lead-sources <share>', 'share of them with a lead source, 0 to 1', parseShare, 1)
    .option('--duplicates <share>', 'share of them who are the same person as another, 0 to 1', parseShare, 0)
    .option('--website-id <id>', 'website that they belong to')
    .option('--payload <file.ndjson>', 'your own records instead: a request body with an id on each line')
    .option('--shard <i/n>', 'only one of n parts, counted from 1', parseShard)
    .option('--json', 'write events as JSON, one on each line');
}

function withTarget(command: Command): Command {
  const { CUSTOMERS_API_URL: url, ORGANIZATION_ID: organization } = process.env;
  const to = new Option('-t, --to <url>', 'URL of the API with the organization');
  const allowHost = new Option('--allow-host <name>', 'a host beside the sandbox and this machine; may be repeated');
  const inOrganization = organization ? `${url?.replace(/\/+$/, '')}/organizations/${organization}` : url;
  return command
    .addOption(url ? to.default(inOrganization) : to)
    .option('--api-key-file <file>', 'file that has the API key in it')
    .addOption(allowHost.argParser<readonly string[]>(parseMore).default([], 'none'))
    .option('--concurrency <count>', 'requests under way at once', parseWhole, 8)
    .option('--rate <writes/seconds>', 'the most writes, such as 3000/600 (default: what the API says)', parseRate);
}
