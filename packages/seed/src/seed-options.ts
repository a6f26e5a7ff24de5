import type { LocaleTag } from '@customer-contracts/fixtures';
import { type Allowance, PathId, ResourceId } from '@customer-contracts/schemas';
import * as z from 'zod';

import { type Clock, systemClock } from './clock.ts';
import { SeedOptionError } from './seed-error.ts';
import type { SeedEvent } from './seed-event.ts';
import type { SeedPlan } from './seed-plan.ts';
import type { Shard } from './shard.ts';

/** The locales of the fixtures. */
export const localeTags = ['en-US', 'en-GB', 'fr-FR', 'de-DE'] as const satisfies readonly LocaleTag[];

/** Which customers. The same ones for the same options, for ever. */
export interface RecordOptions {
  /** How many customers of the fixtures. */
  readonly count?: number | undefined;
  /** What they are made from: 0 to 2 ** 53 - 1. 1 when absent. */
  readonly seed?: number | undefined;
  /** Where they live. `en-US` when absent. */
  readonly locale?: LocaleTag | undefined;
  /** The share of them with a lead source, 0 to 1. 1 when absent. */
  readonly leadSources?: number | undefined;
  /** The share of them who are the same person as one before them, for merges to find; 0 to 1. 0 when absent. */
  readonly duplicates?: number | undefined;
  /** The website that they belong to. It has to be there. */
  readonly websiteId?: string | undefined;
  /** Your own records instead: a file with the JSON of a `CustomerInput` with an `id` on each line. */
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
  /** How many requests are under way at the most. 8 when absent. */
  readonly concurrency?: number | undefined;
  /** The most writes, where the API allows more. Divided among the shards, like what the API allows. */
  readonly rate?: Allowance | undefined;
  /** How long a request may take, in ms. 10 000 when absent. */
  readonly timeout?: number | undefined;
  /** Finishes what is under way and begins nothing more. */
  readonly signal?: AbortSignal | undefined;
  /** Is told of everything. */
  readonly onEvent?: ((event: SeedEvent) => void) | undefined;
  /** What tells the time. This machine when absent. */
  readonly clock?: Clock | undefined;
}

/** What `seedCustomers` takes. */
export interface SeedOptions extends RecordOptions, TargetOptions {
  /** A file that says which records are done, so that the next run need not read them. */
  readonly journal?: string | undefined;
  /** Reads only, and tells what would be written. */
  readonly dryRun?: boolean | undefined;
  /** Is asked before the first write. When absent, a plan of up to 10 000 writes is confirmed, and a larger one refused. */
  readonly confirm?: ((plan: SeedPlan) => boolean | Promise<boolean>) | undefined;
}

const share = z.number().min(0).max(1);
const whole = z.int().min(0);
const isFunction = (value: unknown): boolean => typeof value === 'function';

const records = {
  count: whole.optional(),
  seed: whole.default(1),
  locale: z.enum(localeTags).default('en-US'),
  leadSources: share.default(1),
  duplicates: share.default(0),
  websiteId: ResourceId.min(1).optional(),
  payload: z.string().min(1).optional(),
  shard: z
    .strictObject({ index: whole, of: z.int().min(1) })
    .refine(({ index, of }) => index < of, 'The index counts from 0, and is below the number of shards')
    .default({ index: 0, of: 1 }),
};

const target = {
  to: z.string(),
  apiKey: z.string().regex(/^[\x21-\x7e]+$/, 'Must be printable ASCII without spaces'),
  allowHosts: z.array(z.string()).default([]),
  concurrency: z.int().min(1).max(256).default(8),
  rate: z.strictObject({ limit: z.int().min(1), windowSeconds: z.number().positive() }).optional(),
  timeout: z.int().min(1).default(10_000),
  signal: z.instanceof(AbortSignal).optional(),
  onEvent: z.custom<(event: SeedEvent) => void>(isFunction, 'Must be a function').optional(),
  clock: z.custom<Clock>((value) => typeof value === 'object', 'Must be a clock').default(systemClock),
};

const fill = {
  journal: z.string().min(1).optional(),
  dryRun: z.boolean().default(false),
  confirm: z.custom<(plan: SeedPlan) => boolean | Promise<boolean>>(isFunction, 'Must be a function').default(
    () =>
      ({ writes }: SeedPlan) =>
        writes <= 10_000,
  ),
};

/** What each function takes, with what counts where nothing is said. */
export const optionsOf = {
  ids: z.strictObject(records),
  verify: z.strictObject({ ...records, ...target }),
  seed: z.strictObject({ ...records, ...target, ...fill }),
  undo: z.strictObject({ ...records, ...target, into: PathId, dryRun: z.boolean().default(true) }),
};

/** The settings that say which customers. */
export type RecordSettings = z.output<typeof optionsOf.ids>;
/** The settings that say where they are, too. */
export type TargetSettings = z.output<typeof optionsOf.verify>;

/** @throws SeedOptionError */
export function checked<Schema extends z.ZodType<RecordSettings>>(schema: Schema, options: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(options);
  if (!success) {
    const [issue] = error.issues;
    throw new SeedOptionError(issue?.path.join('.') ?? '', issue?.message ?? 'it is wrong', 'Correct it.');
  }
  return data;
}
