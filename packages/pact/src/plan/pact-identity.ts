import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { PactError } from '@customer-contracts/pact-files/internal';

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

/** The options with their defaults. @throws {PactError} when somebody has no name. */
export function resolveIdentity(options: CustomersPactOptions): PactIdentity {
  const { consumer, provider = 'rebilly-customers-api', directory, seed = 1, customFields = {} } = options;
  if (!isName(consumer) || !isName(provider)) {
    throw new PactError(
      'Failed to start a contract: consumer or provider has no name. Give both the names that the broker knows.',
    );
  }
  return { consumer, provider, directory: resolveDirectory(directory), seed, customFields };
}

/** Types say that it is text; plain JavaScript may forget it. */
function isName(name: unknown): boolean {
  return typeof name === 'string' && name.trim() !== '';
}

function resolveDirectory(directory: string | URL | undefined): string {
  if (directory instanceof URL) return fileURLToPath(directory);
  const home = process.env[packageVariable] ?? packageOf(process.cwd());
  return directory === undefined ? join(home, 'pacts') : resolve(home, directory);
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
