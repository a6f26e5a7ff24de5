// The vitest plugin. Kept out of the main entry of the package, which runs inside the tests.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';

import { countOf, isPactError, isRecord, maskSecrets, PactOptionError } from '@customer-contracts/pact-files/internal';
import { checkOptions } from '@customer-contracts/schemas/internal';

import { isMutating } from './mutation/mutations-variable.ts';
import { type MutationOptions, MutationReporter, MutationsOption } from './mutation/vitest-mutations.ts';
import { documentOfRun } from './plan/document-of-run.ts';
import { packageOf, packageVariable } from './plan/pact-identity.ts';
import { finishRun, RunOptions, settle, wholeRunOf } from './shards/finish-run.ts';
import { type Extent, skippedIn } from './shards/gate.ts';
import { MergeError } from './shards/merge-error.ts';
import { here } from './shards/merge-shards.ts';
import { readKept } from './shards/part-of-run.ts';
import { readRun } from './shards/read-shards.ts';
import type { RunRecord } from './shards/run-record.ts';
import { shardsVariable } from './shards/shard.ts';
import { interactionsMeta } from './shards/test-context.ts';
import { unreachedVariable } from './shards/write-shard.ts';

export type { MutationOptions } from './mutation/vitest-mutations.ts';

/** What {@link customerPactPlugin} takes. */
export interface CustomerPactPluginOptions {
  /**
   * The directory of the pact files in the package, where `customersPact` has another than `pacts`. A part of a divided
   * run that has no contract tests says so there.
   */
  readonly directory?: string;
  /**
   * Whether interactions that a pact file holds may go from it where vitest can't prove that their tests are gone: tests
   * of a folder of the package, a directory that other packages share. A run that leaves tests out removes nothing.
   *
   * @default false
   */
  readonly allowRemoval?: boolean;
  /**
   * Whether each contract test runs on all answers that the API documents, and on wrong ones, as `customer-pact mutate` does:
   * for one file in watch mode, say. No pact file is written then.
   *
   * @default false
   */
  readonly mutations?: boolean | MutationOptions;
}

const PluginOptions = RunOptions.extend({ mutations: MutationsOption.optional() });

/** The plugin, as vite's configuration takes it. */
export interface CustomerPactPlugin {
  /** The name that vite knows it by. */
  readonly name: string;
  /** @internal Called by vite with the configuration that the plugin stands in. */
  config(config: object): void;
  /** @internal Called by vitest, once for each project. */
  configureVitest(context: { readonly vitest: VitestLike; readonly project: ProjectLike }): Promise<void>;
}

/**
 * The vitest plugin: `plugins: [customerPactPlugin()]`. Each run starts clean; when it is complete and green, the
 * interactions of all workers are merged into the pact files. A filtered, watched or failing run leaves them as they were
 * and says so. Works with vitest 4 and 5, forks and threads, workspaces, `--shard` and `--merge-reports`.
 */
export function customerPactPlugin(options: CustomerPactPluginOptions = {}): CustomerPactPlugin {
  checkOptions(PluginOptions, options, (problem) => new PactOptionError('start the plugin', problem));
  const { directory = 'pacts', allowRemoval = false, mutations = false } = options;
  return {
    name: 'customer-pact',
    config(config) {
      // Vitest asks the plugins of projects only; those of the root reach them by `extends: true`.
      const test: unknown = Reflect.get(config, 'test');
      if (isRecord(test) && test['projects'] !== undefined) process.env[unreachedVariable] = '1';
    },
    async configureVitest({ vitest, project }) {
      // Nothing is kept for a pact. A test takes as long as its mutations do.
      if (isMutating()) {
        project.config.testTimeout = 0;
        return;
      }
      if (mutations !== false) {
        const reporter = new MutationReporter(mutations === true ? {} : mutations, (text) => vitest.logger.log(text));
        vitest.config.reporters.push(reporter);
        project.config.testTimeout = 0;
        project.config.env = { ...project.config.env, ...reporter.environment };
        return;
      }
      // Each project may have a plugin of its own, from a copy of this module.
      const known: unknown = vitest.config.reporters.find((each) => isRecord(each) && isReporter in each);
      const reporter = isReporterLike(known) ? known : new PactReporter(vitest);
      if (known !== reporter) vitest.config.reporters.push(reporter);
      const home = packageOf(project.config.root);
      reporter.addProject({
        name: project.name,
        root: project.config.root,
        home,
        directory: resolve(home, directory),
        allowRemoval,
      });
      project.config.env = {
        ...project.config.env,
        [shardsVariable]: reporter.shardsDirectory,
        [packageVariable]: home,
      };
      // One that can't be read ends the run before the first test.
      await documentOfRun(home);
    },
  };
}

const isReporter: unique symbol = Symbol.for('@customer-contracts/pact/vitest');

/** What the plugins of all projects need of the one reporter. */
interface ReporterLike {
  readonly [isReporter]: true;
  /** Where the workers of this run leave their shards. */
  readonly shardsDirectory: string;
  addProject(project: PactProject): void;
}

function isReporterLike(value: unknown): value is ReporterLike {
  return isRecord(value) && isReporter in value;
}

/** A project of vitest that has the plugin. */
interface PactProject {
  readonly name: string;
  readonly root: string;
  /** The directory of its package. */
  readonly home: string;
  /** Where its pact files go, as far as the configuration says. */
  readonly directory: string;
  readonly allowRemoval: boolean;
}

/** Merges the shards of a run once it is over, or says why it does not: a run without a word is one that nobody misses. */
class PactReporter implements ReporterLike {
  readonly [isReporter] = true;
  readonly shardsDirectory: string = join(tmpdir(), `customer-pact-run-${randomUUID()}`);
  readonly #vitest: VitestLike;
  readonly #projects: PactProject[] = [];

  constructor(vitest: VitestLike) {
    this.#vitest = vitest;
  }

  addProject(project: PactProject): void {
    this.#projects.push(project);
  }

  /** @throws {MergeError} when an interaction is missing, or would go, or two clash; vitest's exit code is then not zero. */
  async onTestRunEnd(modules: readonly TestModuleLike[], errors: readonly unknown[], reason: string): Promise<void> {
    // Tests of projects without the plugin are nobody's contract.
    const own = modules.filter(({ project }) => this.#has(project));
    const tests = own.flatMap(({ children }) => [...children.allTests()]);
    try {
      settle(process.env[shardsVariable]);
      const failed = modules.filter((module) => module.state() === 'failed');
      const isOfOthers = reason === 'failed' && failed.length > 0 && !failed.some((module) => own.includes(module));
      if ((reason !== 'passed' && !isOfOthers) || errors.length > 0) this.#leave('the run failed');
      else if (this.#vitest.config.mergeReports) await this.#mergeParts();
      else {
        const record = readRun(this.shardsDirectory);
        refuseVanished(tests.flatMap(interactionsOf), record, this.shardsDirectory);
        const extent = await this.#extentOf(own, tests);
        await this.#finish(record, extent, this.#vitest.config.shard);
      }
    } catch (error) {
      // Vitest prints the stack, and this one is all of vitest and of us.
      if (isPactError(error)) error.stack = `${error.name}: ${error.message}`;
      // Who is watching reads it and goes on.
      if (!this.#vitest.config.watch || !isPactError(error)) throw error;
      this.#say(error.message);
    } finally {
      rmSync(this.shardsDirectory, { recursive: true, force: true });
    }
  }

  /** Whether these were all tests that may write into a directory of the projects. */
  async #extentOf(modules: readonly TestModuleLike[], tests: readonly TestCaseLike[]): Promise<Extent> {
    const skipped = tests.filter((test) => test.result().state === 'skipped').length;
    const reason =
      filterOf(this.#vitest, this.#allowsRemoval()) ??
      ((await this.#hasRunAllFiles(modules)) ? undefined : 'not all test files ran') ??
      skippedIn(skipped);
    if (reason !== undefined) return { kind: 'partial', reason };
    return wholeRunOf(this.#projects);
  }

  async #hasRunAllFiles(modules: readonly TestModuleLike[]): Promise<boolean> {
    if (this.#vitest.config.shard !== undefined) return this.#isUnfiltered();
    const ran = new Set(modules.map(({ moduleId }) => moduleId));
    const all = await this.#vitest.globTestSpecifications();
    return all.every(({ moduleId, project }) => ran.has(moduleId) || !this.#has(project));
  }

  /** Of a part of a divided run nobody knows the other files; a filter is known by the files that it lets pass. */
  #isUnfiltered(): boolean {
    const { filenamePattern = [] } = this.#vitest;
    return filenamePattern.length === 0;
  }

  async #finish(record: RunRecord, extent: Extent, shard?: ShardOfRun): Promise<void> {
    const { lines } = finishRun({
      // As long as somebody is at it, nothing is settled.
      record: this.#vitest.config.watch ? { ...record, shards: [] } : record,
      extent,
      part: shard && { ...shard, tests: await this.#hashOfTests() },
      directories: this.#directories(),
      allowsRemoval: extent.kind !== 'partial' && this.#allowsRemoval(),
    });
    for (const line of lines) this.#say(line);
  }

  /** The blobs have the tests' results; the interactions are in the parts that the same runs kept. */
  async #mergeParts(): Promise<void> {
    for (const directory of this.#directories()) {
      const { shards, extent, record } = readKept(directory);
      if (extent === undefined) this.#leave(`no part of the run is in ${here(shards)}`);
      else await this.#finish(record, extent);
    }
  }

  /** What tells the tests of one run from those of another, on whatever machine: the files' paths and contents. */
  async #hashOfTests(): Promise<string> {
    const root = this.#projects[0]?.root ?? '';
    const files = new Set((await this.#vitest.globTestSpecifications()).map(({ moduleId }) => moduleId));
    const hash = createHash('sha256');
    for (const file of [...files].toSorted())
      hash.update(
        `${relative(root, file).replaceAll(sep, '/')}\n${existsSync(file) ? readFileSync(file, 'utf8') : ''}\n`,
      );
    return hash.digest('hex').slice(0, 16);
  }

  #has({ name }: { readonly name: string }): boolean {
    return this.#projects.some((project) => project.name === name);
  }

  #allowsRemoval(): boolean {
    return this.#projects.every(({ allowRemoval }) => allowRemoval);
  }

  #directories(): ReadonlySet<string> {
    return new Set(this.#projects.map(({ directory }) => directory));
  }

  #leave(reason: string): void {
    this.#say(`pact files left as they were: ${reason}`);
  }

  #say(message: string): void {
    this.#vitest.logger.log(maskSecrets(`customer-pact: ${message}`));
  }
}

/** The second witness beside the shards: vitest's own channel. @throws {MergeError} when a shard is not there. */
function refuseVanished(keys: readonly string[], { shards }: RunRecord, directory: string): void {
  const kept = new Set(shards.flatMap(({ pact }) => pact.interactions.map(({ key }) => key)));
  const missing = keys.filter((key) => !kept.has(key));
  if (missing.length === 0) return;
  const message = `${missing.length} of ${countOf(keys.length, 'interaction')} that ran left no shard. Run the tests again.`;
  throw new MergeError(`Failed to merge ${directory}: ${message}`, directory);
}

/**
 * What of the command line leaves tests out. Other projects may have contract tests, too: whoever allows that interactions go
 * without a proof says that they have none.
 */
function filterOf({ config, _cliOptions }: VitestLike, allowsRemoval: boolean): string | undefined {
  const { exclude, dir, lastFailed } = config.cliOptions ?? _cliOptions ?? {};
  if (config.watch) return 'vitest is watching';
  if (config.testNamePattern !== undefined) return 'the tests were filtered by name';
  if (!allowsRemoval && config.project?.some((name) => name !== '*')) return 'the tests were filtered by project';
  if (config.changed || config.related || lastFailed) return 'only the tests of what changed ran';
  if (exclude !== undefined || (config.cliExclude ?? []).length > 0) return 'test files were excluded';
  return dir === undefined ? undefined : 'the tests were those of one directory';
}

function interactionsOf(test: TestCaseLike): readonly string[] {
  const meta: unknown = test.meta();
  const keys: unknown = isRecord(meta) ? meta[interactionsMeta] : undefined;
  return Array.isArray(keys) ? keys.map(String) : [];
}

/** Which part of a divided run this is, from 1. */
interface ShardOfRun {
  readonly index: number;
  readonly count: number;
}

/** The part of vitest that the plugin uses: the same in versions 4 and 5, and no reason to import vitest itself. */
export interface VitestLike {
  readonly config: {
    readonly watch: boolean;
    readonly shard?: { readonly index: number; readonly count: number } | undefined;
    readonly testNamePattern?: RegExp | undefined;
    readonly project?: readonly string[] | undefined;
    readonly cliExclude?: readonly string[] | undefined;
    readonly changed?: unknown;
    readonly related?: unknown;
    readonly mergeReports?: string | undefined;
    /** Vitest 5 has them here, vitest 4 beside the configuration. */
    readonly cliOptions?: VitestCommandLine | undefined;
    readonly reporters: unknown[];
  };
  readonly _cliOptions?: VitestCommandLine | undefined;
  /** The files that the command line asks for, if any. */
  readonly filenamePattern?: readonly string[] | undefined;
  readonly logger: { log(...message: readonly unknown[]): void };
  globTestSpecifications(): Promise<readonly TestSpecificationLike[]>;
}

/** What the command line of vitest says about which tests run. */
export interface VitestCommandLine {
  readonly exclude?: unknown;
  readonly dir?: unknown;
  readonly lastFailed?: unknown;
}

/** A project of vitest: one of the workspace, or the only one. */
export interface ProjectLike {
  readonly name: string;
  readonly config: { readonly root: string; env?: Record<string, string>; testTimeout?: number };
}

/** A file of tests that can run. */
export interface TestSpecificationLike {
  readonly moduleId: string;
  readonly project: { readonly name: string };
}

/** A file of tests, once it has run. */
export interface TestModuleLike extends TestSpecificationLike {
  state(): string;
  readonly children: { allTests(): Iterable<TestCaseLike> };
}

/** A test, once it has run. */
export interface TestCaseLike {
  meta(): object;
  result(): { readonly state: string };
}
