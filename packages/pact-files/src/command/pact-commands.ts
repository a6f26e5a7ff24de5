import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { Command } from 'commander';
import * as z from 'zod';

import { isRecord } from '../json/json-value.ts';
import { PactFileError } from '../pact-error.ts';

/** What `@customer-contracts/pact/commands` exports as `commands`: the commands that need Pact's native core. */
export interface PactCommands {
  /** The version of this interface. Another one is not used. */
  readonly version: 1;
  /** Adds the commands to the program. */
  add(program: Command): void;
}

const PactModule = z.object({
  commands: z.object({
    version: z.literal(1),
    add: z.custom<PactCommands['add']>((value) => typeof value === 'function'),
  }),
});

const module = '@customer-contracts/pact/commands';

/** The commands of `@customer-contracts/pact`, each with what the help says about it. */
const summaries: Readonly<Record<string, string>> = {
  merge: 'merge the interactions of all test processes into the pact file',
};

/**
 * Adds the commands of `@customer-contracts/pact`: of the one that the working directory has, else of the one beside the
 * file at `url`. Where there is none, or one that doesn't fit, each of them says what to do.
 */
export async function addPactCommands(program: Command, url: string): Promise<void> {
  const found = find(join(process.cwd(), 'package.json')) ?? find(fileURLToPath(url));
  const read = typeof found === 'string' ? PactModule.safeParse(await import(pathToFileURL(found).href)) : undefined;
  if (read?.success) read.data.commands.add(program);
  else
    addPlaceholders(program, found === undefined ? absent : misfit(typeof found === 'string' ? found : found.package));
}

/** The path of the module; the path of the package where it has no such module; `undefined` where there is none. */
function find(from: string): string | { readonly package: string } | undefined {
  const { resolve } = createRequire(from);
  try {
    return resolve(module);
  } catch (error) {
    const isOther = isRecord(error) && error['code'] === 'ERR_PACKAGE_PATH_NOT_EXPORTED';
    return isOther ? { package: resolve('@customer-contracts/pact/package.json') } : undefined;
  }
}

interface Reason {
  readonly received: string;
  readonly advice: string;
}

const absent: Reason = {
  received: '@customer-contracts/pact is not installed',
  advice: 'Install it: npm install --save-dev @customer-contracts/pact',
};

function misfit(path: string): Reason {
  return {
    received: `the version of @customer-contracts/pact at ${path} does not fit this customer-pact`,
    advice:
      'Install the newest of both: npm install --save-dev @customer-contracts/pact @customer-contracts/pact-files',
  };
}

function addPlaceholders(program: Command, { received, advice }: Reason): void {
  for (const [name, summary] of Object.entries(summaries)) {
    program
      .command(name)
      .description(`${summary} (needs @customer-contracts/pact)`)
      .argument('[command...]')
      .allowUnknownOption()
      .action(() => {
        throw new PactFileError(`Failed to run ${name}: ${received}. ${advice}.`, []);
      });
  }
}
