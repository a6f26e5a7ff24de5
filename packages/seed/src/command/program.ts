import { createProgram as createCommand } from '@customer-contracts/command/flags';
import { defaultLocaleTag, localeTags } from '@customer-contracts/fixtures/locales';
import type { Allowance } from '@customer-contracts/schemas';
import { type Command, Option } from 'commander';

import type { Shard } from '../shard.ts';
import { parseLocale, parseMore, parseRate, parseShard, parseShare, parseTime, parseWhole } from './parse-flag.ts';

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

/** The flags that say where they are. */
export interface ReachFlags {
  readonly to?: string;
  readonly apiKeyFile?: string;
  readonly allowHost: readonly string[];
  readonly allowHttp?: true;
  readonly concurrency: number;
  readonly rate?: Allowance;
  readonly maxWait: number;
}

/** The flags that say which customers, and where. */
export interface TargetFlags extends RecordFlags, ReachFlags {}

/** The flags of the command itself. */
export interface SeedFlags extends TargetFlags {
  readonly journal?: string;
  readonly ledger?: string;
  readonly rejects?: string;
  readonly keepChanged?: true;
  readonly dryRun?: true;
  readonly yes?: true;
}

/** The flags of `undo`. */
export interface UndoFlags extends TargetFlags {
  readonly into: string;
  readonly ledger: readonly string[];
  readonly journal?: string;
  readonly withoutLedger?: true;
  readonly includeChanged?: true | readonly string[];
  readonly yes?: true;
}

/** The flags of `churn`. */
export interface ChurnFlags extends TargetFlags {
  readonly day: string;
  readonly days: number;
  readonly takeBack?: true;
  readonly into?: string;
  readonly dryRun?: true;
  readonly yes?: true;
}

/** The flags of `evidence`. */
export interface EvidenceFlags extends ReachFlags {
  readonly file: string;
  readonly ledger?: string;
  readonly update?: true;
  readonly replay?: true;
  readonly cleanUp?: true;
  readonly report?: true;
  readonly yes?: true;
  readonly json?: true;
  /** Whether the API is named on the command line, and not only by the environment; and whether the file is. */
  readonly isNamed: { readonly to: boolean; readonly file: boolean };
}

/** What the command and its subcommands do, until the signal is given. */
export interface Actions {
  readonly seed: (flags: SeedFlags, stop: AbortSignal) => Promise<void>;
  readonly undo: (flags: UndoFlags, stop: AbortSignal) => Promise<void>;
  readonly verify: (flags: TargetFlags, stop: AbortSignal) => Promise<void>;
  readonly churn: (flags: ChurnFlags, stop: AbortSignal) => Promise<void>;
  readonly evidence: (flags: EvidenceFlags, stop: AbortSignal) => Promise<void>;
  readonly ids: (flags: RecordFlags, stop: AbortSignal) => Promise<void>;
}

const examples = `
The API key comes from CUSTOMERS_API_KEY or --api-key-file. CUSTOMERS_API_URL
and ORGANIZATION_ID may stand for --to.

Examples:
  URL=http://127.0.0.1:4010/organizations/demo
  customer-seed --to "$URL" --count 10000 --ledger seed.ledger
  customer-seed --to "$URL" --count 1000000 --shard 3/16 --yes
  customer-seed --to "$URL" --payload mine.ndjson --rejects bad.ndjson --dry-run
  customer-seed verify --to "$URL" --count 10000
  customer-seed churn --to "$URL" --count 10000
  customer-seed undo --to "$URL" -n 10000 --ledger seed.ledger --into tombstone

For Rebilly's sandbox:
  URL=https://api-sandbox.rebilly.com/organizations/ORGANIZATION`;

/** The command with its flags and help. */
export function createProgram(actions: Actions, stop: AbortSignal): Command {
  const command = createCommand({
    name: 'customer-seed',
    description: 'Fills a staging organization with realistic customers that can reach nobody. Run it again to go on.',
    from: import.meta.url,
    manifest: '@customer-contracts/seed/package.json',
  });
  const program = withTarget(withRecords(command))
    .option('--journal <file>', 'file that says which are done, so that they are not read again')
    .option('--ledger <file>', 'file that says what was made, for undo (default: JOURNAL.ledger)')
    .option('--rejects <file>', 'go on without the records that can not be written, and write them there')
    .option('--keep-changed', 'leave what somebody else has changed')
    .option('--dry-run', 'read only, and say what would be written')
    .option('-y, --yes', 'do not ask; needed for more than 10000 writes where there is no terminal')
    .enablePositionalOptions()
    .addHelpText('after', examples)
    .action((flags: SeedFlags) => actions.seed(flags, stop));
  withTarget(withRecords(program.command('verify')))
    .description('Reads them back and says which are missing, changed or extra. Exit code 1 when any is.')
    .action((flags: TargetFlags) => actions.verify(flags, stop));
  const ledger = new Option('--ledger <file>', 'that of the run that made them; may be repeated for shards');
  withTarget(withRecords(program.command('undo')))
    .description(
      'Merges what was made into one tombstone customer: the API has no delete. A dry run unless --yes is given.',
    )
    .requiredOption('--into <id>', 'the tombstone, made when it is not there')
    .addOption(ledger.argParser<readonly string[]>(parseMore).default([], 'JOURNAL.ledger'))
    .option('--journal <file>', 'the journal of the run, which has its ledger beside it')
    .option('--without-ledger', 'take what has one of their e-mail addresses, whoever made it')
    .option('--include-changed [ids...]', 'take what was changed since, too: all, or these')
    .option('-y, --yes', 'do it')
    .action((flags: UndoFlags) => actions.undo(flags, stop));
  withTarget(withRecords(program.command('churn'), { hasPayload: false }))
    .description(
      'Lets them live for a day: sign-ups, changed addresses, new lead sources, merges. Run again, it changes nothing.',
    )
    .option('--day <date>', 'the day, such as 2026-12-01', new Date().toISOString().slice(0, 10))
    .option('--days <count>', 'how many days, of which that is the last one', parseWhole, 1)
    .option('--take-back', 'undo those days, but for merges; a dry run unless --yes is given')
    .option('--into <id>', 'for --take-back: the customer that those who signed up are merged into')
    .option('--dry-run', 'read only, and say what would be written')
    .option('-y, --yes', 'do not ask; needed for more than 10000 writes where there is no terminal')
    .action((flags: ChurnFlags) => actions.churn(flags, stop));
  withTarget(program.command('evidence'))
    .description(
      'Asks the API how it decides what its document leaves open, and writes down the shapes of its answers: no value, id or key.' +
        ' Run again, it says what differs. Exit code 1 when anything does.',
    )
    .option('--file <file.ndjson>', 'the evidence; can be committed', 'customers-api.evidence.ndjson')
    .option('--ledger <file>', 'what is there and has to be taken back (default: FILE.ledger)')
    .option('--update', 'write over evidence that says something else')
    .addOption(
      new Option('--replay', 'hold an API beside the evidence, offline: an emulator, without --to').conflicts('update'),
    )
    .addOption(
      new Option('--clean-up', 'only take back what a killed run has left').conflicts(['update', 'replay', 'report']),
    )
    .addOption(
      new Option('--report', 'print what the evidence shows, as Markdown; sends nothing').conflicts([
        'update',
        'replay',
      ]),
    )
    .option('--json', 'write events as JSON, one on each line')
    .option('-y, --yes', 'do not ask')
    .action((flags: Omit<EvidenceFlags, 'isNamed'>, own: Command) =>
      actions.evidence({ ...flags, isNamed: { to: isNamed(own, 'to'), file: isNamed(own, 'file') } }, stop),
    );
  withRecords(program.command('ids'))
    .description('Writes the ids, one on each line. Sends nothing.')
    .action((flags: RecordFlags) => actions.ids(flags, stop));
  for (const each of program.commands) each.version(program.version() ?? '');
  return program;
}

/** Whether an option stands on the command line. */
function isNamed(command: Command, option: string): boolean {
  return command.getOptionValueSource(option) === 'cli';
}

function withRecords(command: Command, { hasPayload = true }: { readonly hasPayload?: boolean } = {}): Command {
  const payload = new Option(
    '--payload <file.ndjson>',
    'your own records instead, a request body with an id on each line; - for standard input',
  );
  if (hasPayload) command.addOption(payload);
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
    .option('--shard <i/n>', 'only one of n parts, counted from 1', parseShard)
    .option('--json', 'write events as JSON, one on each line');
}

function withTarget(command: Command): Command {
  const { CUSTOMERS_API_URL: url, ORGANIZATION_ID: organization } = process.env;
  const to = new Option('-t, --to <url>', 'URL of the API with the organization');
  const allowHost = new Option('--allow-host <name>', 'a host beside the sandbox and this machine; may be repeated');
  const maxWait = new Option('--max-wait <time>', 'the longest wait for the API, such as 90s, 15m or 2h');
  const inOrganization = organization ? `${url?.replace(/\/+$/, '')}/organizations/${organization}` : url;
  return command
    .addOption(url ? to.default(inOrganization) : to)
    .option('--api-key-file <file>', 'file that has the API key in it')
    .addOption(allowHost.argParser<readonly string[]>(parseMore).default([], 'none'))
    .option('--allow-http', 'let the API key go over plain http to such a host')
    .option('--concurrency <count>', 'requests under way at once', parseWhole, 8)
    .option('--rate <writes/seconds>', 'the most writes, such as 3000/600 (default: what the API says)', parseRate)
    .addOption(maxWait.argParser(parseTime).default(900_000, '15m'));
}
