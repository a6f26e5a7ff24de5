import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { highestSeed } from '@customer-contracts/fixtures';
import { PactOptionError } from '@customer-contracts/pact-files/internal';
import { checkOptions } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

/** What {@link customersPact} takes. */
export interface CustomersPactOptions {
  /** The consumer's name, as the broker knows it. */
  readonly consumer: string;
  /** The provider's name. `rebilly-customers-api` by default. */
  readonly provider?: string;
  /** The directory of the pact file. `pacts` in the consumer's package by default. */
  readonly directory?: string | URL;
  /** The seed of the customers that answers hold. 1 by default. */
  readonly seed?: number;
  /** The organization's own fields of a customer, by name, each with an example value. */
  readonly customFields?: Readonly<Record<string, unknown>>;
}

/** Whose contract it is, and where it is kept. */
export interface PactIdentity {
  /** The consumer's name, as the broker knows it. */
  readonly consumer: string;
  /** The provider's name, as the broker knows it. */
  readonly provider: string;
  /** The absolute path of the directory of the pact file. */
  readonly directory: string;
  /** The seed of the customers that answers hold. */
  readonly seed: number;
  /** The organization's own fields of a customer, by name, each with an example. */
  readonly customFields: Readonly<Record<string, unknown>>;
}

/** The environment variable by which the vitest plugin says where a project's package is. */
export const packageVariable = 'CUSTOMER_PACT_PACKAGE';

const name = 'Give the name that the broker knows';
const place = "Give a path, such as 'pacts', or a file URL";
const page =
  "Give a path, such as 'pacts': in a DOM, Vite turns new URL('./pacts', import.meta.url) into the page's own address";
const isOfFile = ({ protocol }: URL): boolean => protocol === 'file:';

const Options = z.strictObject({
  consumer: z.string(name).regex(/\S/, name),
  provider: z.string(name).regex(/\S/, name).optional(),
  directory: z.union([z.string(), z.instanceof(URL).refine(isOfFile, page)], place).optional(),
  seed: z
    .int('Give a whole number')
    .min(0, 'Give a whole number from 0 on')
    .max(highestSeed, `Give a whole number up to ${highestSeed}`)
    .optional(),
  customFields: z.record(z.string(), z.unknown(), 'Give an example for each field by its name').optional(),
});

/** The options with their defaults. @throws {PactOptionError} when one is unknown or can't be used. */
export function resolveIdentity(options: CustomersPactOptions): PactIdentity {
  checkOptions(Options, options, (problem) => new PactOptionError('start a contract', problem));
  const { consumer, provider = 'rebilly-customers-api', directory, seed = 1, customFields = {} } = options;
  return { consumer, provider, directory: resolveDirectory(directory), seed, customFields };
}

/** The absolute path of a directory of pact files; `pacts` in the consumer's package where none is given. */
export function resolveDirectory(directory: string | URL | undefined): string {
  if (directory instanceof URL) return fileURLToPath(directory);
  const home = consumerPackage();
  return directory === undefined ? join(home, 'pacts') : resolve(home, directory);
}

/** The directory of the consumer's package. */
export function consumerPackage(): string {
  return process.env[packageVariable] ?? packageOf(process.cwd());
}

/** The nearest directory upwards that has a package.json; the directory itself where none has. */
export function packageOf(directory: string): string {
  let candidate = directory;
  while (!existsSync(join(candidate, 'package.json'))) {
    const parent = dirname(candidate);
    if (parent === candidate) return directory;
    candidate = parent;
  }
  return candidate;
}
