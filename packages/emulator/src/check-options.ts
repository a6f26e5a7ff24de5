import { highestSeed } from '@customer-contracts/fixtures';
import { credentialKinds } from '@customer-contracts/schemas';
import { checkOptions as check, type OptionProblem } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import type { PageOptions } from './browser/page-options.ts';
import { EmulatorError } from './emulator-error.ts';
import type { EmulatorOptions, StartOptions } from './emulator-options.ts';
import { Fault } from './faults/fault.ts';
import { isOrigin } from './http/is-origin.ts';
import { idRule, isId } from './id-rule.ts';

/** What to do about the options whose schemas have several checks. */
const advice = {
  databaseLimit: 'Give megabytes, a whole number of 1 and more',
  cors: "Give true, false, or a list of origins such as 'https://app.example.com'",
  database: "Give the path of a file, or ':memory:'",
  customers: 'Give { count, seed }, two whole numbers',
  seed: `Give a whole number from 0 to ${highestSeed}`,
  rateLimit: 'Give { limit, windowSeconds }, two whole numbers, or false',
  valueLists: 'Give lists of strings by name',
  port: 'Give a port from 0 to 65535',
  hostname: 'Give an address, such as 127.0.0.1',
  persist: 'Give 1 to 50 lower-case letters, digits, - and _, such as demo',
  wasmUrl: 'Give the address of sqlite3.wasm',
} as const;

const flag = z.boolean('Give true or false').optional();

function callback(text: string) {
  return z.custom((value) => typeof value === 'function', text).optional();
}

const credential = z.strictObject(
  {
    kind: z.enum(credentialKinds, 'Give apiKey, jwt or applicationJwt'),
    secret: z.string('Give a string').min(1, 'Give one that is not empty'),
    organizations: z.array(z.custom(isId, idRule), 'Give a list of ids'),
  },
  'Give { kind, secret, organizations }',
);

const handlerShape = {
  database: z.string(advice.database).min(1, advice.database).optional(),
  databaseLimit: z.int(advice.databaseLimit).min(1, advice.databaseLimit).optional(),
  credentials: z.array(credential, 'Give a list of { kind, secret, organizations }').optional(),
  providerStates: flag,
  customers: z
    .strictObject(
      {
        count: z.int(advice.customers).min(0, advice.customers),
        seed: z.int(advice.customers).min(0, advice.seed).max(highestSeed, advice.seed),
      },
      advice.customers,
    )
    .optional(),
  readOnly: flag,
  rateLimit: z
    .union(
      [z.literal(false), z.strictObject({ limit: z.int().min(0), windowSeconds: z.int().min(1) })],
      advice.rateLimit,
    )
    .optional(),
  faults: z.array(Fault, 'Give a list of faults').optional(),
  valueLists: z
    .record(z.string(), z.array(z.string(advice.valueLists), advice.valueLists), advice.valueLists)
    .optional(),
  cors: z.union([z.boolean(), z.array(z.custom(isOrigin))], advice.cors).optional(),
  admin: flag,
  clock: callback('Give a function that returns a Date'),
  random: callback('Give a function that returns as many random bytes as it is asked for'),
  log: callback('Give a function that takes an entry'),
} satisfies Record<keyof EmulatorOptions, z.ZodType>;

const startShape = {
  ...handlerShape,
  port: z.int(advice.port).min(0, advice.port).max(65_535, advice.port).optional(),
  hostname: z.string(advice.hostname).min(1, advice.hostname).optional(),
} satisfies Record<keyof StartOptions, z.ZodType>;

const { cors: _cors, database: _database, ...inPage } = handlerShape;

const pageShape = {
  ...inPage,
  persist: z
    .string(advice.persist)
    .regex(/^[a-z0-9][a-z0-9_-]{0,49}$/, advice.persist)
    .optional(),
  wasmUrl: z.string(advice.wasmUrl).min(1, advice.wasmUrl).optional(),
} satisfies Record<keyof PageOptions, z.ZodType>;

const schemas = {
  handler: z.strictObject(handlerShape),
  server: z.strictObject(startShape),
  page: z.strictObject(pageShape),
};

/**
 * Checks what a caller without types, or a file, may have got wrong.
 *
 * @throws {EmulatorError} when an option is unknown or can't be used. Neither it nor its message has a secret.
 */
export function checkOptions(options: unknown, of: keyof typeof schemas): void {
  check(schemas[of], options, refusal, ['credentials']);
}

function refusal({ option, received, advice }: OptionProblem): EmulatorError {
  return new EmulatorError(`Failed to start the emulator: ${received}. ${advice}`, option);
}
