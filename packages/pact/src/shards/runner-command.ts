import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { countOf } from '@customer-contracts/pact-files/internal';

import { packageOf } from '../plan/pact-identity.ts';
import { wholeRunOf } from './finish-run.ts';
import type { Extent } from './gate.ts';

/** A test command, as far as what it ran can be known from outside. */
export interface RunnerCommand {
  /** What is run in its place. */
  readonly command: readonly string[];
  /** The part of a divided run that it says that it is: `--shard=1/2`, `--test-shard 1/2`. */
  readonly part: { readonly index: number; readonly count: number } | undefined;
  /** What it ran of all tests. To be asked when it is over. */
  readonly extent: () => Extent;
}

/** The flags by which vitest, jest, `node:test`, bun and mocha leave tests out. */
const filters =
  /^(?:-[tog]|--(?:bail|changedSince|findRelatedTests|grep|only|onlyChanged|test-name-pattern|test-only|test-skip-pattern|testNamePattern|testPathPatterns?))(?:=|$)/;

/** Flags of Node whose value is an argument of its own. */
const valued = /^(?:-[rC]|--(?:conditions|experimental-loader|import|loader|require|test-concurrency|test-timeout))$/;

/**
 * A command whose own line says what it runs. `node --test` is asked besides, by a reporter at `witness` that writes into
 * `directory`; of any other command nobody knows what it left out.
 */
export function runnerCommand(given: readonly string[], witness: string, directory: string): RunnerCommand {
  const shard = /(?:^| )--(?:test-)?shard[= ](\d+)\/(\d+)(?: |$)/.exec(given.join(' '));
  const part = shard === null ? undefined : { index: Number(shard[1]), count: Number(shard[2]) };
  const filter = given.find((each) => filters.test(each));
  const partial: Extent | undefined =
    filter === undefined ? undefined : { kind: 'partial', reason: `the command has ${filter}` };
  if (!canBeAsked(given)) return { command: given, part, extent: () => partial ?? { kind: 'unknown' } };
  const answer = join(directory, 'left-out');
  const reporters = [process.stdout.isTTY || nodeMajor >= 23 ? 'spec' : 'tap', 'stdout', witness, answer];
  const added = reporters.map((each, index) => `--test-reporter${index % 2 === 0 ? '' : '-destination'}=${each}`);
  const [program = '', ...rest] = given;
  return {
    command: [program, ...added, ...rest],
    part,
    extent: () => partial ?? extentOfNode(rest, existsSync(answer) ? Number(readFileSync(answer, 'utf8')) : undefined),
  };
}

const nodeMajor = Number.parseInt(process.versions.node, 10);

/** Whether a command is `node --test` itself, with no reporter of its own. */
function canBeAsked([program = '', ...rest]: readonly string[]): boolean {
  const isNode = /^node(?:\.exe)?$/.test(basename(program));
  return isNode && rest.includes('--test') && !rest.some((each) => each.startsWith('--test-reporter'));
}

function extentOfNode(rest: readonly string[], leftOut: number | undefined): Extent {
  if (leftOut === undefined) return { kind: 'unknown' };
  if (leftOut > 0) return { kind: 'partial', reason: `${countOf(leftOut, 'test')} skipped` };
  const names = rest.filter((each, index) => !each.startsWith('-') && !valued.test(rest[index - 1] ?? ''));
  const root = process.cwd();
  return names.length === 0 ? wholeRunOf([{ root, home: packageOf(root) }]) : { kind: 'unknown' };
}
