import { highestSeed } from '@customer-contracts/fixtures';
import * as z from 'zod';

import { kinds } from './credentials/credential.ts';
import { EmulatorError } from './emulator-error.ts';
import type { EmulatorOptions } from './emulator-options.ts';
import { Fault } from './faults/fault.ts';
import { idRule, isId } from './id-rule.ts';
import type { StartOptions } from './start-emulator.ts';

/** What to do about the options whose schemas have several checks. */
const advice = {
  database: "Give the path of a file, or ':memory:'",
  customers: 'Give { count, seed }, two whole numbers',
  seed: `Give a whole number from 0 to ${highestSeed}`,
  rateLimit: 'Give { limit, windowSeconds }, two whole numbers, or false',
  valueLists: 'Give lists of strings by name',
  port: 'Give a port from 0 to 65535',
  hostname: 'Give an address, such as 127.0.0.1',
} as const;

/** Advice for what is no object at all; unknown names in one keep zod's message, which has them. */
function unlessNames(text: string) {
  return ({ code }: { readonly code?: string | undefined }) => (code === 'unrecognized_keys' ? undefined : text);
}

const flag = z.boolean('Give true or false').optional();

function callback(text: string) {
  return z.custom((value) => typeof value === 'function', text).optional();
}

const credential = z.strictObject(
  {
    kind: z.enum(kinds, 'Give apiKey, jwt or applicationJwt'),
    secret: z.string('Give a string').min(1, 'Give one that is not empty'),
    organizations: z.array(z.custom(isId, idRule), 'Give a list of ids'),
  },
  { error: unlessNames('Give { kind, secret, organizations }') },
);

const handlerShape = {
  database: z.string(advice.database).min(1, advice.database).optional(),
  credentials: z.array(credential, 'Give a list of { kind, secret, organizations }').optional(),
  providerStates: flag,
  customers: z
    .strictObject(
      {
        count: z.int(advice.customers).min(0, advice.customers),
        seed: z.int(advice.customers).min(0, advice.seed).max(highestSeed, advice.seed),
      },
      { error: unlessNames(advice.customers) },
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
  clock: callback('Give a function that returns a Date'),
  random: callback('Give a function that returns as many random bytes as it is asked for'),
  log: callback('Give a function that takes an entry'),
} satisfies Record<keyof EmulatorOptions, z.ZodType>;

const startShape = {
  ...handlerShape,
  port: z.int(advice.port).min(0, advice.port).max(65_535, advice.port).optional(),
  hostname: z.string(advice.hostname).min(1, advice.hostname).optional(),
} satisfies Record<keyof StartOptions, z.ZodType>;

const anObject = { error: unlessNames('Give an object of options') };
const schemas = { handler: z.strictObject(handlerShape, anObject), server: z.strictObject(startShape, anObject) };

/**
 * Checks what a caller without types, or a file, may have got advice.
 *
 * @throws EmulatorError for the first option that is unknown or can't be used. Neither it nor its message has a secret.
 */
export function checkOptions(options: unknown, of: keyof typeof schemas): void {
  const schema = schemas[of];
  const [issue] = schema.safeParse(options).error?.issues ?? [];
  if (issue === undefined) return;
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys' && path === '') {
    const [name] = issue.keys;
    const names = Object.keys(schema.shape).join(', ');
    throw new EmulatorError(`Failed to start the emulator: there is no option ${name}. Choose from ${names}.`, name);
  }
  const what = path === '' ? 'the argument' : `the option ${path}`;
  const received = shown(valueAt(options, issue.path), issue.path[0] === 'credentials');
  throw new EmulatorError(`Failed to start the emulator: ${what} is ${received}. ${issue.message}.`, path);
}

function valueAt(options: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    options,
  );
}

/** The value, or only its type where it is no scalar, or may be a secret. */
function shown(value: unknown, mayBeSecret: boolean): string {
  if (value === undefined) return 'absent';
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && !mayBeSecret) return String(value);
  if (typeof value === 'string' && !mayBeSecret) return JSON.stringify(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
