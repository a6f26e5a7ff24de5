// The reporter for jest. Kept out of the main entry of the package, which runs inside the tests.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { isPactError, maskSecrets, PactOptionError } from '@customer-contracts/pact-files/internal';
import { checkOptions } from '@customer-contracts/schemas/internal';

import { isMutating } from './mutation/mutations-variable.ts';
import { documentOfRun } from './plan/document-of-run.ts';
import { packageOf } from './plan/pact-identity.ts';
import { finishRun, RunOptions, settle, wholeRunOf } from './shards/finish-run.ts';
import { type Extent, skippedIn } from './shards/gate.ts';
import { readRun } from './shards/read-shards.ts';
import { shardsVariable } from './shards/shard.ts';

/** What the reporter takes: `reporters: ['default', ['@customer-contracts/pact/jest', { directory: 'contracts' }]]`. */
export interface CustomerPactReporterOptions {
  /** The directory of the pact files in the package, where `customersPact` has another than `pacts`. */
  readonly directory?: string;
  /**
   * Whether interactions that a pact file holds may go from it where jest can't prove that their tests are gone. A run that
   * leaves tests out removes nothing.
   *
   * @default false
   */
  readonly allowRemoval?: boolean;
}

/**
 * The reporter for jest 30: `reporters: ['default', '@customer-contracts/pact/jest']`. Each run starts clean; when it is
 * complete and green, the interactions of all workers are merged into the pact files. A filtered, watched or failing run
 * leaves them as they were and says so.
 */
// oxlint-disable-next-line import/no-default-export -- jest takes no other
export default class CustomerPactReporter {
  readonly #config: JestConfigLike;
  readonly #options: CustomerPactReporterOptions;
  readonly #shards: string = join(tmpdir(), `customer-pact-run-${randomUUID()}`);
  readonly #outer: string | undefined = process.env[shardsVariable];
  #error: Error | undefined;

  constructor(config: JestConfigLike, options: CustomerPactReporterOptions = {}) {
    checkOptions(RunOptions, options, (problem) => new PactOptionError('start the reporter', problem));
    this.#config = config;
    this.#options = options;
    // The workers start later, and get it from here.
    process.env[shardsVariable] = this.#shards;
  }

  /** @internal Called by jest before the first test, which a document that can't be read prevents. */
  async onRunStart(): Promise<void> {
    await documentOfRun(packageOf(this.#config.rootDir));
  }

  /** @internal Called by jest when all tests have run. */
  onRunComplete(_: unknown, results: JestResultsLike): void {
    // Nothing is kept for a pact.
    if (isMutating()) return;
    try {
      for (const line of this.#finish(results)) process.stdout.write(maskSecrets(`customer-pact: ${line}\n`));
    } catch (error) {
      if (!isPactError(error)) throw error;
      this.#error = error;
      process.stderr.write(`${error.name}: ${error.message}\n`);
    } finally {
      rmSync(this.#shards, { recursive: true, force: true });
    }
  }

  /** @internal Asked by jest, which then exits with 1. */
  getLastError(): Error | undefined {
    return this.#error;
  }

  #finish(results: JestResultsLike): readonly string[] {
    const { rootDir, shard } = this.#config;
    settle(this.#outer);
    if (hasFailed(results)) return ['pact files left as they were: the run failed'];
    const home = packageOf(rootDir);
    const { directory = 'pacts', allowRemoval = false } = this.#options;
    const extent = extentOf(this.#config, results, { root: rootDir, home });
    const record = readRun(this.#shards);
    return finishRun({
      // As long as somebody is at it, nothing is settled.
      record: isWatching(this.#config) ? { ...record, shards: [] } : record,
      extent,
      part: shard && { index: shard.shardIndex, count: shard.shardCount },
      directories: [resolve(home, directory)],
      allowsRemoval: allowRemoval && extent.kind !== 'partial',
    }).lines;
  }
}

/** Jest itself sums these up later. */
function hasFailed({ numFailedTests, numFailedTestSuites, snapshot, wasInterrupted }: JestResultsLike): boolean {
  return numFailedTests > 0 || numFailedTestSuites > 0 || snapshot?.failure === true || wasInterrupted === true;
}

function extentOf(config: JestConfigLike, results: JestResultsLike, home: { root: string; home: string }): Extent {
  const reason = filterOf(config) ?? skippedIn(results.numPendingTests + results.numTodoTests);
  if (reason !== undefined) return { kind: 'partial', reason };
  // These are settled before the reporter is asked, and look like the configuration itself.
  return process.argv.some((each) => overrides.test(each)) ? { kind: 'unknown' } : wholeRunOf([home]);
}

const overrides =
  /^(?:-c|--(?:config|filter|ignoreProjects|rootDir|roots|selectProjects|test(?:Match|Regex|PathIgnorePatterns)))(?:=|$)/;

function isWatching({ watch, watchAll }: JestConfigLike): boolean {
  return watch === true || watchAll === true;
}

/** What of the command line leaves tests out. */
function filterOf(config: JestConfigLike): string | undefined {
  if (isWatching(config)) return 'jest is watching';
  if (config.testNamePattern) return 'the tests were filtered by name';
  if (config.onlyChanged || config.onlyFailures || config.findRelatedTests || config.changedSince || config.lastCommit)
    return 'only the tests of what changed ran';
  return (config.nonFlagArgs ?? []).length > 0 || (config.testPathPatterns?.patterns ?? []).length > 0
    ? 'not all test files ran'
    : undefined;
}

/** The part of jest's configuration that the reporter uses: no reason to import jest itself. */
export interface JestConfigLike {
  readonly rootDir: string;
  readonly watch?: boolean;
  readonly watchAll?: boolean;
  readonly testNamePattern?: string | undefined;
  readonly testPathPatterns?: { readonly patterns?: readonly string[] };
  readonly nonFlagArgs?: readonly string[];
  readonly onlyChanged?: boolean;
  readonly onlyFailures?: boolean;
  readonly findRelatedTests?: boolean;
  readonly changedSince?: string | undefined;
  readonly lastCommit?: boolean;
  readonly shard?: { readonly shardIndex: number; readonly shardCount: number } | undefined;
}

/** The part of jest's results that the reporter uses. */
export interface JestResultsLike {
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly snapshot?: { readonly failure?: boolean };
  readonly wasInterrupted?: boolean;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}
