import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { PactCommands } from '@customer-contracts/pact-files/command';
import { countOf, PactError } from '@customer-contracts/pact-files/internal';
import spawn from 'cross-spawn';

import type { Extent } from './shards/gate.ts';
import { MergeError } from './shards/merge-error.ts';
import { here, mergeRun } from './shards/merge-shards.ts';
import { extentOfParts, keepPartOfRun } from './shards/part-of-run.ts';
import { readLastRun, readRun } from './shards/read-shards.ts';
import type { RunRecord } from './shards/run-record.ts';
import { settledFile, shardsDirectory, shardsVariable } from './shards/shard.ts';

/** What this package adds to the command `customer-pact`, which finds it here. */
export const commands: PactCommands = { version: 1, add: (program) => addMerge(program) };

interface MergeFlags {
  readonly directory: string;
  readonly allowRemoval: boolean;
}

/** `customer-pact merge`: brings the interactions of all test processes together, for runners without a plugin. */
const addMerge: PactCommands['add'] = (program) => {
  program
    .command('merge')
    .description('merge the interactions of all test processes into the pact file')
    .argument('[command...]', 'a test command to run first, from a clean start: customer-pact merge -- node --test')
    .option('-d, --directory <path>', 'the directory of the pact files', 'pacts')
    .option('--allow-removal', 'let interactions go that the file holds and this run did not have', false)
    .action(async (command: readonly string[], { directory, allowRemoval }: MergeFlags) => {
      if (command.length > 0) await runAndMerge(command, resolve(directory), allowRemoval);
      else mergeKept(resolve(directory), allowRemoval);
    });
};

/** Runs a test command with a place for shards of its own, and merges when it exits with 0. */
async function runAndMerge(command: readonly string[], directory: string, allowsRemoval: boolean): Promise<void> {
  const shards = mkdtempSync(join(tmpdir(), 'customer-pact-run-'));
  try {
    const code = await runCommand(command, shards);
    if (code !== 0) {
      console.error('customer-pact: pact files left as they were: the run failed');
      process.exitCode = code;
      return;
    }
    const record = readRun(shards);
    // vitest's plugin has seen to its own run.
    if (record.shards.length === 0 && existsSync(join(shards, settledFile))) return;
    const part = partIn(command);
    if (part === undefined) merge(record, extentOf(command), allowsRemoval, shards);
    else {
      keepPartOfRun(record, { ...part, extent: extentOf(command) }, [directory]);
      const kept = here(join(directory, shardsDirectory));
      console.log(
        `customer-pact: part ${part.index} of ${part.count} kept in ${kept}: bring all of them together with customer-pact merge`,
      );
    }
  } finally {
    rmSync(shards, { recursive: true, force: true });
  }
}

/** Runs a command, which gets the signals that this process gets. @returns its exit code, as a shell gives it. */
async function runCommand([program = '', ...given]: readonly string[], shards: string): Promise<number> {
  // Windows starts no `.cmd` without a shell, and a shell takes arguments for its own.
  const child = spawn(program, given, { stdio: 'inherit', env: { ...process.env, [shardsVariable]: shards } });
  const stop = passSignalsTo(child);
  try {
    await once(child, 'exit');
  } catch (cause) {
    throw notStarted(program, cause);
  } finally {
    stop();
  }
  return child.exitCode ?? (child.signalCode === null ? 1 : 128 + constants.signals[child.signalCode]);
}

/** Who stops this process means the tests; it lives on until they are over, and cleans up. */
function passSignalsTo(child: ChildProcess): () => void {
  const pass = (signal: NodeJS.Signals) => {
    // A terminal has sent this one to both.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}

function notStarted(program: string, cause: unknown): PactError {
  const isUnknown = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  const received = isUnknown ? 'there is no such command' : String(cause);
  return new PactError(`Failed to run ${program}: ${received}. Check the name.`, { cause });
}

/** The part of a divided run that a command says that it is: `--shard=1/2`, `--test-shard 1/2`. */
function partIn(command: readonly string[]): { readonly index: number; readonly count: number } | undefined {
  const found = /(?:^| )--(?:test-)?shard[= ](\d+)\/(\d+)(?: |$)/.exec(command.join(' '));
  return found === null ? undefined : { index: Number(found[1]), count: Number(found[2]) };
}

/** The flags by which vitest, jest, `node:test`, bun and mocha leave tests out. */
const filters =
  /^(?:-t|--testNamePattern|--test-name-pattern|--test-skip-pattern|--test-only|--only|--onlyChanged|-o|--changedSince|--findRelatedTests|--testPathPatterns?|-g|--grep|--bail|-b)(?:=|$)/;

/** A command can't be asked what it ran; but a flag that leaves tests out says that these were not all. */
function extentOf(command: readonly string[]): Extent {
  const filter = command.find((each) => filters.test(each));
  return filter === undefined ? { kind: 'unknown' } : { kind: 'partial', reason: `the command has ${filter}` };
}

/** Merges what the last command left beside the pact files: a single run, or all parts of a divided one. */
function mergeKept(directory: string, allowsRemoval: boolean): void {
  const shards = join(directory, shardsDirectory);
  const extent = extentOfParts(shards) ?? { kind: 'unknown' };
  const record = readLastRun(shards);
  const failed = [...record.failed].filter((id) => !record.done.has(id)).length;
  if (failed > 0) {
    throw new MergeError(
      `Failed to merge ${shards}: ${countOf(failed, 'test')} of the last run failed. Let them pass.`,
      shards,
    );
  }
  // The parts may come from other machines, where the directory was another one.
  const moved = record.shards.map((shard) => ({ ...shard, directory }));
  merge({ ...record, shards: moved }, extent, allowsRemoval, shards);
}

function merge(record: RunRecord, extent: Extent, allowsRemoval: boolean, directory: string): void {
  if (record.shards.length === 0 && record.described.length === 0) {
    throw new MergeError(`Failed to merge ${directory}: it holds no interaction. Run the tests first.`, directory);
  }
  const outcome = mergeRun(record, extent, allowsRemoval);
  if (outcome.kind === 'written') console.log(`customer-pact: ${outcome.sentence}`);
  else {
    console.error(`customer-pact: pact files left as they were: ${outcome.reason}`);
    process.exitCode = 1;
  }
}
