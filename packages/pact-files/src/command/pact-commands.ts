import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { Command } from 'commander';
import * as z from 'zod';

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

const name = '@customer-contracts/pact';

/** The commands of `@customer-contracts/pact`, each with what the help says about it. */
const summaries: Readonly<Record<string, string>> = {
  init: 'set up contract tests in a package, and run the first one',
  'write-tests': 'write contract tests from pacts, whoever wrote them, or from recorded traffic',
  merge: 'merge the interactions of all test processes into the pact file',
  mutate: 'run the tests on every answer that the API documents, and on wrong ones',
};

/**
 * Adds the commands of `@customer-contracts/pact`: of the one that the working directory has, else of the one beside the
 * file at `url`. Where there is none, or one that doesn't fit, each of them says what to do.
 */
export async function addPactCommands(program: Command, url: string): Promise<void> {
  const found = find(join(process.cwd(), 'package.json')) ?? find(fileURLToPath(url));
  const commands = found === undefined ? absent : await load(found);
  if ('add' in commands) commands.add(program);
  else addPlaceholders(program, commands);
}

/** Where the package is: its module of commands, or its directory where it has none. */
interface Found {
  readonly path: string;
  readonly hasCommands: boolean;
}

function find(from: string): Found | undefined {
  const { resolve } = createRequire(from);
  try {
    return { path: resolve(`${name}/commands`), hasCommands: true };
  } catch {
    const directories = (resolve.paths(name) ?? []).map((directory) => join(directory, name));
    const path = directories.find((directory) => existsSync(directory));
    return path === undefined ? undefined : { path, hasCommands: false };
  }
}

/** Why the commands are not there. */
interface Reason {
  readonly received: string;
  readonly advice: string;
  readonly cause?: unknown;
}

const absent: Reason = {
  received: `${name} is not installed`,
  advice: `Install it: npm install --save-dev ${name}`,
};

async function load({ path, hasCommands }: Found): Promise<PactCommands | Reason> {
  if (!hasCommands) return misfit(path);
  try {
    const { data } = PactModule.safeParse(await import(pathToFileURL(path).href));
    return data?.commands ?? misfit(path);
  } catch (cause) {
    // What is wrong with it is no reason to do without the other commands.
    const received = `${path} can't be loaded (${cause instanceof Error ? cause.message : String(cause)})`;
    return { received, advice: `Install it again: npm install --save-dev ${name}`, cause };
  }
}

function misfit(path: string): Reason {
  return {
    received: `the version of ${name} at ${path} does not fit this customer-pact`,
    advice: `Install the newest of both: npm install --save-dev ${name} ${name}-files`,
  };
}

function addPlaceholders(program: Command, { received, advice, cause }: Reason): void {
  for (const [command, summary] of Object.entries(summaries)) {
    program
      .command(command)
      .description(`${summary} (needs ${name})`)
      .argument('[command...]')
      .allowUnknownOption()
      .action(() => {
        throw new PactFileError(`Failed to run ${command}: ${received}. ${advice}.`, [], { cause });
      });
  }
}
