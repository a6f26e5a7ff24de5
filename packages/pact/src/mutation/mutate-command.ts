import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type PactCommands, teamConfig } from '@customer-contracts/pact-files/command';
import { PactError } from '@customer-contracts/pact-files/internal';
import { wholeNumber } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import { runCommand } from '../run-command.ts';
import { shardsVariable } from '../shards/shard.ts';
import { type MutationReport, mutationReport, type MutationScore } from './mutation-report.ts';
import { Mutation, mutationKinds } from './mutation.ts';
import { reportSarif } from './report-sarif.ts';
import { percent, reportMarkdown, reportText } from './report-text.ts';
import { keyOf, wordsAbout } from './report-words.ts';
import { withoutTimeouts } from './runner-timeouts.ts';
import { formatSettings } from './settings.ts';
import { suggestedSchema } from './suggested-schema.ts';
import { readTestRecords, type TestRecord } from './test-record.ts';

const formats = ['table', 'json', 'markdown', 'sarif'] as const;

const Percent = z.coerce
  .number('Give a percentage, such as 95')
  .min(0, 'Give a percentage from 0 on')
  .max(100, 'Give a percentage up to 100');

const count = (advice: string) =>
  z.string().transform((text, context) => {
    const number = wholeNumber(text, Number.MAX_SAFE_INTEGER);
    if (number !== undefined && number > 0) return number;
    context.addIssue({ code: 'custom', message: advice });
    return z.NEVER;
  });

const Part = z
  .string()
  .regex(/^\d{1,6}\/\d{1,6}$/, 'Give a part and their number, such as 1/4')
  .transform((text) => {
    const [index = 0, all = 0] = text.split('/').map(Number);
    return { index, count: all };
  })
  .refine(({ index, count: all }) => index >= 1 && index <= all, 'Give a part from 1 to their number, such as 1/4');

const Flags = z.strictObject({
  min: Percent.optional(),
  max: count('Give a whole number from 1 on'),
  seed: count('Give a whole number from 1 on'),
  only: z
    .string()
    .regex(/^[\da-f]{8}$/, 'Give what the report says behind --only')
    .optional(),
  shard: Part.optional(),
  merge: z.array(z.string()).optional(),
  suggest: z.literal(true).optional(),
  format: z.enum(formats),
  json: z.literal(true).optional(),
  config: z.string().optional(),
});
type Flags = z.infer<typeof Flags>;

/**
 * `customer-pact mutate`: exits with 1 when a score is below `--min`, or a test did not end; with the code of the tests where
 * they fail; with 2, as every command of `customer-pact`, when its flags can't be understood.
 */
export const addMutate: PactCommands['add'] = (program) => {
  const mutateCommand = program.command('mutate');
  const misuse: Misuse = (received, advice) => mutateCommand.error(`error: ${message(received, advice)}`);
  mutateCommand
    .description('run the tests on every answer that the API documents, and on wrong ones')
    .argument('[command...]', 'the test command: customer-pact mutate -- vitest run')
    .option('--min <percent>', 'fail when the score of tolerance, sensitivity or refusal is below it')
    .option('--max <count>', 'the most mutations of a test, the most telling first', '200')
    .option('--seed <number>', 'what the answers are drawn from', '1')
    .option('--only <id>', 'repeat one mutation, with its whole trace; the report says its id')
    .option('--shard <part>', 'run one part of the mutations, such as 1/4')
    .option('--merge <reports...>', 'join the JSON reports of all parts, and run nothing')
    .option('--suggest', 'print the schemas that the tests really need')
    .addOption(
      program
        .createOption('--format <format>', 'for people, programs, pull requests, code scanning')
        .choices(formats)
        .default('table'),
    )
    .addOption(program.createOption('--json', 'the same as --format json: as its last line').conflicts('format'))
    .option('--config <file>', 'exemptions; by default customer-pact.config.json, where there is one')
    .action(async (command: readonly string[], given: object) => {
      const flags = parseFlags(given, misuse);
      if (flags.merge === undefined) {
        if (command.length === 0) misuse('there is no test command', 'Say which: customer-pact mutate -- vitest run.');
        await mutate(command, flags);
      } else {
        if (command.length > 0) misuse('--merge runs no tests, and got a command', 'Leave one of them out.');
        await print(joinReports(flags.merge), flags, { tests: [], command });
      }
    });
};

/** Ends the command because of its flags. */
type Misuse = (received: string, advice: string) => never;

function parseFlags(given: object, misuse: Misuse): Flags {
  const { data, error } = Flags.safeParse(given);
  if (data !== undefined) return data;
  const [issue] = error.issues;
  const name = String(issue?.path[0] ?? '');
  return misuse(`--${name} got ${JSON.stringify(Reflect.get(given, name))}`, `${issue?.message ?? 'Correct it'}.`);
}

function refuse(received: string, advice: string, cause?: unknown): PactError {
  return new PactError(message(received, advice), { cause });
}

function message(received: string, advice: string): string {
  return `Failed to mutate: ${received}. ${advice}`;
}

async function mutate(command: readonly string[], flags: Flags): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'customer-pact-mutations-'));
  try {
    const { max, seed, shard, only } = flags;
    const environment = {
      ...formatSettings({ directory, max, seed, part: shard, only }),
      [shardsVariable]: join(directory, 'shards'),
      // No runner writes snapshots of mutated answers then.
      CI: process.env['CI'] ?? 'true',
    };
    const output = isDocument(formatOf(flags)) ? 'stderr' : 'stdout';
    const code = await runCommand(withoutTimeouts(command), { environment, output });
    const tests = readTestRecords(directory);
    if (code !== 0) {
      console.error('customer-pact: nothing is scored: the run failed');
      for (const { test } of tests.filter(({ isOver }) => !isOver))
        console.error(`customer-pact: ${test}: did not end`);
      process.exitCode = code;
      return;
    }
    if (tests.length === 0)
      throw refuse('no contract test ran', 'Run tests of customersPact, and the newest @customer-contracts/pact.');
    await print(mutationReport(tests.flatMap(({ mutations }) => mutations)), flags, { tests, command });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function formatOf({ format, json }: Flags): Flags['format'] {
  return json === true ? 'json' : format;
}

/** Whether a format is a document of its own, which nothing may stand before or behind. */
function isDocument(format: Flags['format']): boolean {
  return format === 'markdown' || format === 'sarif';
}

/** What was run, for what is said beside the numbers. */
interface Ran {
  readonly tests: readonly TestRecord[];
  readonly command: readonly string[];
}

async function print(full: MutationReport, flags: Flags, { tests, command }: Ran): Promise<void> {
  const exempted = await exempt(full, tests, flags.config);
  const { report } = exempted;
  const { repeat, notes: said } = wordsAbout(tests, command);
  const notes = [...said, ...exempted.notes];
  const traces =
    flags.only === undefined ? [] : tests.flatMap(({ mutations }) => mutations.flatMap(({ trace }) => trace ?? []));
  const format = formatOf(flags);
  for (const trace of traces) console.error(trace);
  switch (format) {
    case 'table':
      console.log(reportText(report, { repeat, notes }));
      break;
    case 'markdown':
      console.log(reportMarkdown(report, { notes }));
      break;
    case 'sarif':
      console.log(reportSarif(report));
      break;
    case 'json':
      for (const note of notes) console.log(`customer-pact: ${note}`);
      break;
    default:
      format satisfies never;
  }
  const suggested = flags.suggest === true ? suggestions(report, tests) : [];
  for (const text of suggested) console[isDocument(format) ? 'error' : 'log'](text);
  if (format === 'sarif') for (const note of notes) console.error(`customer-pact: ${note}`);
  const low = flags.min === undefined ? [] : kindsBelow(report.score, flags.min);
  if (low.length > 0) console.error(`customer-pact: below --min ${flags.min}: ${low.join(', ')}`);
  if (low.length > 0 || tests.some(({ isOver }) => !isOver)) process.exitCode = 1;
  if (format === 'json') console.log(jsonOf(report, flags.shard));
}

const inJson = ({ test, interaction, kind, changes, outcome, message }: Mutation): Mutation => ({
  test,
  interaction,
  kind,
  changes: changes.map(({ member, claim }) => ({ member, claim })),
  outcome,
  message,
});

/** One line. Of a part of a run it says which, so that `--merge` misses the others. */
function jsonOf({ mutations, score }: MutationReport, part: Flags['shard']): string {
  return JSON.stringify({ mutations: mutations.map(inJson), score, ...(part === undefined ? {} : { part }) });
}

const Report = z.object({
  mutations: z.array(Mutation),
  part: z.object({ index: z.number(), count: z.number() }).optional(),
});

/** The report of all parts of a run, from their JSON reports: the last lines of these files. */
function joinReports(files: readonly string[]): MutationReport {
  const reports = files.map((file) => ({ file, ...readReport(file) }));
  const [first] = reports.flatMap(({ part }) => part ?? []);
  for (const { file, part } of reports) {
    if (part?.count !== first?.count)
      throw refuse(`${file} is no part of the same run as ${files[0]}`, 'Join the reports of one run.');
  }
  const missing = Array.from({ length: first?.count ?? 0 }, (_, index) => index + 1).find(
    (index) => !reports.some(({ part }) => part?.index === index),
  );
  if (missing !== undefined)
    throw refuse(`part ${missing} of ${first?.count} is missing`, 'Fetch its report, or run it.');
  return mutationReport(reports.flatMap(({ mutations }) => mutations));
}

function readReport(file: string): z.infer<typeof Report> {
  try {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    return Report.parse(JSON.parse(lines.at(-1) ?? ''));
  } catch (cause) {
    throw refuse(
      `${file} is no report of customer-pact mutate --json`,
      'Name files that hold one as their last line.',
      cause,
    );
  }
}

/** A report in which what the team has exempted stands outside of the score. */
async function exempt(
  full: MutationReport,
  tests: readonly TestRecord[],
  file: string | undefined,
): Promise<{ readonly report: MutationReport; readonly notes: readonly string[] }> {
  const { configAt, startExempting } = await teamConfig();
  const exemptions = (await configAt(file))?.mutations?.exemptions ?? [];
  if (exemptions.length === 0) return { report: full, notes: [] };
  const consumers = new Map(
    tests.flatMap(({ consumer, mutations }) => mutations.map((each) => [keyOf(each), consumer])),
  );
  const exempting = startExempting(
    exemptions.map(({ kind, ...rest }) => ({ rule: kind, ...rest })),
    today(),
    // They stand in a list of their own.
    () => true,
  );
  const exempted = full.mutations.map((mutation): Mutation => {
    if (mutation.outcome === 'survived' || mutation.outcome === 'skipped') return mutation;
    const { kind, interaction, changes } = mutation;
    const consumer = consumers.get(keyOf(mutation)) ?? '';
    const left = exempting.leave(
      changes.map(({ member }) => ({ rule: kind, consumer, interaction, path: member })),
      consumer,
    );
    // Each of the members that it takes has its reason.
    return left.length > 0 ? mutation : { ...mutation, outcome: 'skipped', message: `exempt: ${mutation.message}` };
  });
  return {
    report: mutationReport(exempted),
    notes: exempting.objections().map(({ name, message }) => `${name}: ${message}`),
  };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** For each interaction, the schema without what no test notices. */
function suggestions({ mutations }: MutationReport, tests: readonly TestRecord[]): readonly string[] {
  const readers = new Map(
    tests.flatMap((each) => each.readers.map(({ interaction, schema }) => [interaction, schema])),
  );
  return [...readers].flatMap(([interaction, schema]) => {
    const unnoticed = mutations.filter((each) => each.interaction === interaction && each.outcome === 'unnoticed');
    const members = unnoticed.filter(({ kind }) => kind === 'sensitivity').flatMap(({ changes }) => changes);
    if (members.length === 0) return [];
    const source = suggestedSchema(schema, new Set(members.map(({ member }) => member)));
    return [
      `\n// ${interaction}\n${source === undefined ? '// Its tests need no schema: leave reads out.' : `const Read = ${source};`}`,
    ];
  });
}

function kindsBelow(score: MutationScore, min: number): readonly string[] {
  return mutationKinds.flatMap((kind) => {
    const share = score[kind];
    return share === null || share * 100 >= min ? [] : [`${kind} ${percent(share)}`];
  });
}
