import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

import type { PactCommands } from '@customer-contracts/pact-files/command';
import { countOf, PactError } from '@customer-contracts/pact-files/internal';

import { MergeError } from './shards/merge-error.ts';
import { mergeRun } from './shards/merge-shards.ts';
import { checkParts } from './shards/part-of-run.ts';
import { readShards } from './shards/read-shards.ts';
import { type Shard, shardsDirectory, shardsVariable } from './shards/shard.ts';

/** What this package adds to the command `customer-pact`, which finds it here. */
export const commands: PactCommands = { version: 1, add: (program) => addMerge(program) };

/** `customer-pact merge`: brings the interactions of all test processes together, for runners without a plugin. */
const addMerge: PactCommands['add'] = (program) => {
  program
    .command('merge')
    .description('merge the interactions of all test processes into the pact file')
    .argument('[command...]', 'a test command to run first, from a clean start: customer-pact merge -- node --test')
    .option('-d, --directory <path>', 'the directory of the pact files', 'pacts')
    .action(async (command: readonly string[], { directory }: { readonly directory: string }) => {
      await (command.length > 0 ? runAndMerge(command) : mergeKept(resolve(directory)));
    });
};

/** Runs a test command with a place for shards of its own, and merges when it exits with 0. */
async function runAndMerge([program = '', ...commandArguments]: readonly string[]): Promise<void> {
  const shards = mkdtempSync(join(tmpdir(), 'customer-pact-run-'));
  try {
    const env = { ...process.env, [shardsVariable]: shards };
    const child = spawn(program, commandArguments, { stdio: 'inherit', env });
    await once(child, 'exit').catch((cause: unknown) => {
      throw notStarted(program, cause);
    });
    const code = child.exitCode ?? 1;
    if (code === 0) merge(readShards(shards), shards);
    else {
      console.error('customer-pact: pact files left as they were: the run failed');
      process.exitCode = code;
    }
  } finally {
    rmSync(shards, { recursive: true, force: true });
  }
}

function notStarted(program: string, cause: unknown): PactError {
  const isUnknown = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  const received = isUnknown ? 'there is no such command' : String(cause);
  return new PactError(`Failed to run ${program}: ${received}. Check the name.`, { cause });
}

/** Merges what earlier commands left beside the pact files: single runs, or all parts of a divided one. */
function mergeKept(directory: string): void {
  const shards = join(directory, shardsDirectory);
  checkParts(shards);
  // The parts may come from other machines, where the directory was another one.
  merge(
    readShards(shards).map((shard) => ({ ...shard, directory })),
    shards,
  );
}

function merge(shards: readonly Shard[], directory: string): void {
  if (shards.length === 0) {
    throw new MergeError(`Failed to merge ${directory}: it holds no interaction. Run the tests first.`, directory);
  }
  for (const { file, interactions, isChanged } of mergeRun(shards)) {
    const path = relative(process.cwd(), file);
    console.log(
      `customer-pact: ${path}: ${countOf(interactions, 'interaction')}, ${isChanged ? 'written' : 'unchanged'}`,
    );
  }
}
