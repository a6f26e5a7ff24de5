import { defaultLocaleTag, isLocale, localeTags } from '@customer-contracts/fixtures/locales';
import { type Allowance, ResourceId } from '@customer-contracts/schemas';
import { checkOptions, mistakeInKey } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import { dayNumber } from './churn/day-number.ts';
import { RecordId } from './record-id.ts';
import { SeedOptionError } from './seed-error.ts';
import type { SeedEvent } from './seed-event.ts';
import type { SeedPlan } from './seed-plan.ts';
import type { Shard } from './shard.ts';
import { systemTimer, type Timer } from './timer.ts';

/** Which customers. The same ones for the same options, for ever. */
export interface RecordOptions {
  /** How many customers of the fixtures. */
  readonly count?: number | undefined;
  /** What they are made from: 0 to 2 ** 53 - 1. 1 when absent. */
  readonly seed?: number | undefined;
  /** Where they live: a language tag, or several with weights, `en-US:6,de-DE:3`. `en-US` when absent. */
  readonly locale?: string | undefined;
  /** The share of them with a lead source, 0 to 1. 1 when absent. */
  readonly leadSources?: number | undefined;
  /** The share of them who are the same person as one before them, for merges to find; 0 to 1. 0 when absent. */
  readonly duplicates?: number | undefined;
  /** The website that they belong to. It has to be there. */
  readonly websiteId?: string | undefined;
  /**
   * Your own records instead: a file in UTF-8 with the JSON of a `CustomerInput` with an `id` on each line, up to 1 MB long;
   * `-` for standard input.
   */
  readonly payload?: string | undefined;
  /** The part of the customers that this process takes care of. All of them when absent. */
  readonly shard?: Shard | undefined;
}

/** Where the customers are, and how they are reached. */
export interface TargetOptions {
  /** The URL of the API with the organization: `http://127.0.0.1:4010/organizations/demo`. */
  readonly to: string;
  /** A secret API key. */
  readonly apiKey: string;
  /** Hosts that may be written to beside Rebilly's sandbox and this machine. Rebilly's live host is refused always. */
  readonly allowHosts?: readonly string[] | undefined;
  /** Lets the API key go over plain http to one of those hosts, where nobody else listens. `false` when absent. */
  readonly allowHttp?: boolean | undefined;
  /** How many requests are under way at the most. 8 when absent. */
  readonly concurrency?: number | undefined;
  /** The most writes, where the API allows more. Divided among the shards, like what the API allows. */
  readonly rate?: Allowance | undefined;
  /** How long a request may take, in ms. 10 000 when absent. */
  readonly timeout?: number | undefined;
  /**
   * The longest that anything is waited for, in ms: what the API asks for, and an outage after its first answer. 900 000, which is
   * 15 minutes, when absent. Periods of `rate`, which are your own, may be longer.
   */
  readonly maxWait?: number | undefined;
  /** Finishes what is under way and begins nothing more. */
  readonly signal?: AbortSignal | undefined;
  /** Is told of everything. */
  readonly onEvent?: ((event: SeedEvent) => void) | undefined;
  /** What tells the time and waits. This machine when absent. */
  readonly timer?: Timer | undefined;
}

/** What `seedCustomers` takes. */
export interface SeedOptions extends RecordOptions, TargetOptions {
  /** A file that says which records are done, so that the next run need not read them. */
  readonly journal?: string | undefined;
  /**
   * A file that says what was made, found and written over, so that `undoSeed` takes back what was made, and nothing else.
   * Beside the journal, with `.ledger` behind its name, when absent; none where there is no journal either.
   */
  readonly ledger?: string | undefined;
  /**
   * A file for the records that can't be written, or that the API refuses, each with the reason: the run goes on without them.
   * When absent, one that can't be written ends it before the first write, and one that the API refuses ends it then.
   */
  readonly rejects?: string | undefined;
  /** Leaves customers as they are that are there and different, unless the ledger shows that nobody changed them since the last run. */
  readonly keepChanged?: boolean | undefined;
  /** Reads only, and tells what would be written. Changes no file. */
  readonly dryRun?: boolean | undefined;
  /** Is asked before the first write. When absent, a plan of up to 10 000 writes is confirmed, and a larger one refused. */
  readonly confirm?: ((plan: SeedPlan) => boolean | Promise<boolean>) | undefined;
}

function whole(least: number, most: number = Number.MAX_SAFE_INTEGER) {
  const advice = `Give a whole number from ${least} to ${most}`;
  return z.int(advice).min(least, advice).max(most, advice);
}

function callback<Callback>(advice: string) {
  return z.custom<Callback>((value) => typeof value === 'function', advice);
}

function text(advice: string) {
  return z.string(advice).min(1, advice);
}

const inShare = 'Give a number from 0 to 1';
const share = z.number(inShare).min(0, inShare).max(1, inShare);
const flag = z.boolean('Give true or false');
const file = text('Give the path of a file');
const inShards = 'Give { index, of }: index counts from 1 to of';
const ofRate = 'Give { limit, windowSeconds }, two numbers above 0';
const url = 'Give a URL such as http://127.0.0.1:4010/organizations/demo';
const hosts = 'Give a list of host names';
const inTags = `Give one of ${localeTags.join(', ')}, or a mix: en-US:6,de-DE:3`;

const records = {
  count: whole(0).optional(),
  seed: whole(0).default(1),
  locale: z.string(inTags).refine(isLocale, inTags).default(defaultLocaleTag),
  leadSources: share.default(1),
  duplicates: share.default(0),
  websiteId: z.custom<string>((id) => ResourceId.min(1).safeParse(id).success, 'Give the id of a website').optional(),
  payload: file.optional(),
  shard: z
    .strictObject({ index: z.int(inShards).min(1, inShards), of: z.int(inShards).min(1, inShards) }, inShards)
    .refine(({ index, of }) => index <= of, inShards)
    .default({ index: 1, of: 1 }),
};

const target = {
  to: z.string(url),
  apiKey: z.custom<string>(
    (key) => typeof key === 'string' && mistakeInKey(key) === undefined,
    'Give printable ASCII without spaces',
  ),
  allowHosts: z.array(z.string(hosts), hosts).default([]),
  allowHttp: flag.default(false),
  concurrency: whole(1, 256).default(8),
  rate: z
    .strictObject({ limit: z.int(ofRate).min(1, ofRate), windowSeconds: z.number(ofRate).positive(ofRate) }, ofRate)
    .optional(),
  timeout: whole(1).default(10_000),
  maxWait: whole(0).default(900_000),
  // Newer versions of zod have a type of their own for `instanceof`, and declarations would name it.
  signal: z.custom<AbortSignal>((value) => value instanceof AbortSignal, 'Give an AbortSignal').optional(),
  onEvent: callback<(event: SeedEvent) => void>('Give a function that takes an event').optional(),
  timer: z.custom<Timer>(isTimer, 'Give { now, sleep }, two functions').default(systemTimer),
};

const fill = {
  journal: file.optional(),
  ledger: file.optional(),
  rejects: file.optional(),
  keepChanged: flag.default(false),
  dryRun: flag.default(false),
  confirm: callback<(plan: SeedPlan) => boolean | Promise<boolean>>('Give a function that takes a plan').default(
    () =>
      ({ writes }: SeedPlan) =>
        writes <= 10_000,
  ),
};

const tombstone = z.custom<string>(
  (id) => RecordId.safeParse(id).success,
  'Give an id: 1 to 50 ASCII letters, digits, dots and _ @ ~ -, and not dots alone',
);

const { payload: _, ...ofFixtures } = records;
const { confirm } = fill;
const churn = {
  ...ofFixtures,
  ...target,
  confirm,
  count: whole(0),
  day: z.custom<string>(
    (day) => typeof day === 'string' && dayNumber(day) !== undefined,
    'Give a day such as 2026-12-01',
  ),
  days: whole(1, 366).default(1),
  dryRun: flag.default(false),
};

function isTimer(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['now', 'sleep'].every((name) => typeof Reflect.get(value, name) === 'function')
  );
}

const evidence = { ...target, confirm, file, ledger: file.optional() };
const ledgers = 'Give the path of a file, or a list of them';
const ids = 'Give true, or a list of ids';

/** What each function takes, with what counts where nothing is said. */
export const optionsOf = {
  churn: z.strictObject(churn),
  undoChurn: z.strictObject({ ...churn, into: tombstone, dryRun: flag.default(true) }),
  evidence: z.strictObject({ ...evidence, update: flag.default(false) }),
  replay: z.strictObject({ ...evidence, to: z.string(url).optional(), apiKey: target.apiKey.optional() }),
  evidenceCleanUp: z.strictObject(evidence),
  ids: z.strictObject(records),
  verify: z.strictObject({ ...records, ...target }),
  seed: z.strictObject({ ...records, ...target, ...fill }),
  undo: z.strictObject({
    ...records,
    ...target,
    into: tombstone,
    journal: file.optional(),
    ledger: z
      .union([z.string(ledgers).min(1, ledgers), z.array(z.string(ledgers).min(1, ledgers), ledgers)], ledgers)
      .optional(),
    withoutLedger: flag.default(false),
    includeChanged: z.union([z.boolean(ids), z.array(z.string(ids), ids)], ids).default(false),
    dryRun: flag.default(true),
  }),
};

/** The settings that say which customers. */
export type RecordSettings = z.output<typeof optionsOf.ids>;
/** The settings of a churn. */
export type ChurnSettings = z.output<typeof optionsOf.churn>;
/** The settings of a run that writes the customers. */
export type FillSettings = z.output<typeof optionsOf.seed>;
/** The settings of a run that takes them back. */
export type UndoSettings = z.output<typeof optionsOf.undo>;
/** The settings that say where they are, too. */
export type TargetSettings = z.output<typeof optionsOf.verify>;
/** The settings of what looks at the API itself. */
export type EvidenceSettings = z.output<typeof optionsOf.evidenceCleanUp>;

/** The ledger beside a journal; `undefined` where there is none. */
export function ledgerBeside(journal: string | undefined): string | undefined {
  return journal === undefined ? undefined : `${journal}.ledger`;
}

/**
 * Checks options, and says what counts where nothing is said.
 *
 * @throws {SeedOptionError} when one is unknown or can't be used. Nothing of the key or the URL is in its message.
 */
export function checked<Schema extends z.ZodObject>(schema: Schema, options: unknown): z.output<Schema> {
  return checkOptions(schema, options, (problem) => new SeedOptionError(problem), ['apiKey', 'to']);
}
