import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { packageOf } from '../plan/pact-identity.ts';
import { wholeRunOf } from './finish-run.ts';
import { type Extent, skippedIn } from './gate.ts';

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

/** A runner that writes down how many tests it left out, when it is asked to. */
interface AskedRunner {
  /** The name of its program. */
  readonly program: RegExp;
  /** The argument that makes it run tests. */
  readonly test: string;
  /** What its own reporters begin with: beside one of the user's choice there is no place for ours. */
  readonly reporter: string;
  /** The flags that make it write into a file; `witness` is our reporter for Node. */
  flags(answer: string, witness: string): readonly string[];
  /** Reads how many tests were left out; undefined where the text says nothing. */
  readonly leftOut: RegExp;
}

const nodeMajor = Number.parseInt(process.versions.node, 10);

const askedRunners: readonly AskedRunner[] = [
  {
    program: /^node(?:\.exe)?$/,
    test: '--test',
    reporter: '--test-reporter',
    flags: (answer, witness) => [
      // The one that it has by default.
      `--test-reporter=${process.stdout.isTTY || nodeMajor >= 23 ? 'spec' : 'tap'}`,
      '--test-reporter-destination=stdout',
      `--test-reporter=${witness}`,
      `--test-reporter-destination=${answer}`,
    ],
    leftOut: /^(\d+)$/m,
  },
  {
    program: /^bun(?:\.exe)?$/,
    test: 'test',
    reporter: '--reporter',
    flags: (answer) => ['--reporter=junit', `--reporter-outfile=${answer}`],
    leftOut: /<testsuites [^>]*skipped="(\d+)"/,
  },
];

/** Flags whose value is an argument of its own. */
const valued =
  /^(?:-[rC]|--(?:conditions|experimental-loader|import|loader|preload|require|test-concurrency|test-timeout|timeout))$/;

/**
 * A command whose own line says what it runs. `node --test` and `bun test` are asked besides what they left out, and answer
 * into `directory`; of any other command nobody knows. `witness` is the address of our reporter for Node.
 */
export function runnerCommand(given: readonly string[], witness: string, directory: string): RunnerCommand {
  const shard = /(?:^| )--(?:test-)?shard[= ](\d+)\/(\d+)(?: |$)/.exec(given.join(' '));
  const part = shard === null ? undefined : { index: Number(shard[1]), count: Number(shard[2]) };
  const filter = given.find((each) => filters.test(each));
  const partial: Extent | undefined =
    filter === undefined ? undefined : { kind: 'partial', reason: `the command has ${filter}` };
  const [program = '', ...rest] = given;
  const asked = askedRunners.find(
    (each) =>
      each.program.test(basename(program)) &&
      rest.includes(each.test) &&
      !rest.some((argument) => argument.startsWith(each.reporter)),
  );
  if (asked === undefined) return { command: given, part, extent: () => partial ?? { kind: 'unknown' } };
  const answer = join(directory, 'left-out');
  const place = rest.indexOf(asked.test);
  return {
    command: [program, ...rest.slice(0, place + 1), ...asked.flags(answer, witness), ...rest.slice(place + 1)],
    part,
    extent: () => partial ?? extentOf(asked, rest, existsSync(answer) ? readFileSync(answer, 'utf8') : ''),
  };
}

function extentOf({ test, leftOut }: AskedRunner, rest: readonly string[], answer: string): Extent {
  const [, skipped] = leftOut.exec(answer) ?? [];
  if (skipped === undefined) return { kind: 'unknown' };
  const reason = skippedIn(Number(skipped));
  if (reason !== undefined) return { kind: 'partial', reason };
  const isName = (each: string, index: number) =>
    each !== test && !each.startsWith('-') && !valued.test(rest[index - 1] ?? '');
  const root = process.cwd();
  return rest.some(isName) ? { kind: 'unknown' } : wholeRunOf([{ root, home: packageOf(root) }]);
}
