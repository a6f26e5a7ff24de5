import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { PactCommands } from '@customer-contracts/pact-files/command';
import { countOf } from '@customer-contracts/pact-files/internal';

import { addInit } from './init/init-command.ts';
import { addMutate } from './mutation/mutate-command.ts';
import { documentOfRun } from './plan/document-of-run.ts';
import { runCommand } from './run-command.ts';
import { type Ending, finishRun } from './shards/finish-run.ts';
import { MergeError } from './shards/merge-error.ts';
import { readKept } from './shards/part-of-run.ts';
import { readRun } from './shards/read-shards.ts';
import type { RunRecord } from './shards/run-record.ts';
import { runnerCommand } from './shards/runner-command.ts';
import { settledFile, shardsVariable } from './shards/shard.ts';
import { addWriteTests } from './write-tests/write-tests-command.ts';

/** What this package adds to the command `customer-pact`, which finds it here. */
export const commands: PactCommands = {
  version: 1,
  add(program) {
    addInit(program);
    addWriteTests(program);
    addMerge(program);
    addMutate(program);
  },
};

interface MergeFlags {
  readonly directory: string;
  readonly allowRemoval: boolean;
  readonly json?: true;
}

/** `customer-pact merge`: brings the interactions of all test processes together, for runners without a plugin. */
const addMerge: PactCommands['add'] = (program) => {
  program
    .command('merge')
    .description('merge the interactions of all test processes into the pact file')
    .argument('[command...]', 'a test command to run first, from a clean start: customer-pact merge -- node --test')
    .option('-d, --directory <path>', 'the directory of the pact files', 'pacts')
    .option('--allow-removal', 'let interactions go that the file holds and this run did not have', false)
    .option('--json', 'print { "pacts": [...], "notes": [...], "parts": [...], "left": null }, the last line')
    .action(async (command: readonly string[], flags: MergeFlags) => {
      const settings = { ...flags, directory: resolve(flags.directory), say: flags.json === true ? sayAsJson : say };
      if (command.length > 0) await runAndMerge(command, settings);
      else mergeKept(settings);
    });
};

/** A merge with an absolute directory, and how its end is told. */
interface Merge {
  readonly directory: string;
  readonly allowRemoval: boolean;
  readonly say: (ending: Ending) => void;
}

/** Runs a test command with a place for shards of its own, and merges when it exits with 0. */
async function runAndMerge(given: readonly string[], { directory, allowRemoval, say }: Merge): Promise<void> {
  // One that can't be read ends the run before the first test.
  await documentOfRun();
  const shards = mkdtempSync(join(tmpdir(), 'customer-pact-run-'));
  try {
    const witness = new URL('./node-test-witness.js', import.meta.url).href;
    const { command, part, extent } = runnerCommand(given, witness, shards);
    const code = await runCommand(command, { environment: { [shardsVariable]: shards } });
    if (code !== 0) {
      say(leftBecause('the run failed'));
      process.exitCode = code;
      return;
    }
    const record = readRun(shards);
    // A plugin has seen to its own run.
    if (record.shards.length === 0 && existsSync(join(shards, settledFile))) return say(settled);
    if (part === undefined) refuseEmpty(record, shards);
    say(finishRun({ record, extent: extent(), part, directories: [directory], allowsRemoval: allowRemoval }));
  } finally {
    rmSync(shards, { recursive: true, force: true });
  }
}

/** Merges what the last command left beside the pact files: a single run, or all parts of a divided one. */
function mergeKept({ directory, allowRemoval, say }: Merge): void {
  const { shards, extent = { kind: 'unknown' }, record } = readKept(directory);
  const failed = [...record.failed].filter((id) => !record.done.has(id)).length;
  if (failed > 0) {
    throw new MergeError(
      `Failed to merge ${shards}: ${countOf(failed, 'test')} of the last run failed. Let them pass.`,
      shards,
    );
  }
  refuseEmpty(record, shards);
  say(finishRun({ record, extent, part: undefined, directories: [], allowsRemoval: allowRemoval }));
}

function refuseEmpty({ shards, described, document }: RunRecord, directory: string): void {
  if (shards.length > 0 || described.length > 0 || document !== undefined) return;
  throw new MergeError(`Failed to merge ${directory}: it holds no interaction. Run the tests first.`, directory);
}

function leftBecause(left: string): Ending {
  return { lines: [`pact files left as they were: ${left}`], isLeft: true, pacts: [], notes: [], parts: [], left };
}

/** The runner has told it in its own words. */
const settled: Ending = {
  lines: [],
  isLeft: false,
  pacts: [],
  notes: [],
  parts: [],
  left: 'the plugin has seen to them',
};

function sayAsJson({ pacts, notes, parts, left, isLeft }: Ending): void {
  console.log(JSON.stringify({ pacts, notes, parts, left }));
  if (isLeft) process.exitCode = 1;
}

function say({ lines, isLeft }: Ending): void {
  for (const line of lines) console[isLeft ? 'error' : 'log'](`customer-pact: ${line}`);
  if (isLeft) process.exitCode = 1;
}
