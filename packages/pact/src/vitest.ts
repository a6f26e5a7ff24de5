import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
// The vitest plugin. Kept out of the main entry of the package, which runs inside the tests.
import { join, relative, resolve } from 'node:path';

import { countOf, isRecord, maskSecrets, PactOptionError } from '@customer-contracts/pact-files/internal';
import { checkOptions } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import { packageOf, packageVariable } from './plan/pact-identity.ts';
import { MergeError } from './shards/merge-error.ts';
import { lostInteractions, mergeRun } from './shards/merge-shards.ts';
import { keepPartOfRun } from './shards/part-of-run.ts';
import { readShards } from './shards/read-shards.ts';
import { type Shard, shardsVariable } from './shards/shard.ts';
import { interactionsMeta } from './shards/test-context.ts';

/** What {@link customerPactPlugin} takes. */
export interface CustomerPactPluginOptions {
  /**
   * The directory of the pact files in the package, where `customersPact` has another than `pacts`. A part of a divided
   * run that has no contract tests says so there.
   */
  readonly directory?: string;
}

const Options = z.strictObject({ directory: z.string("Give a path, such as 'pacts'").optional() });

/** The plugin, as vite's configuration takes it. */
export interface CustomerPactPlugin {
  /** The name that vite knows it by. */
  readonly name: string;
  /** @internal Called by vitest, once for each project. */
  configureVitest(context: { readonly vitest: VitestLike; readonly project: ProjectLike }): void;
}

/**
 * The vitest plugin: `plugins: [customerPactPlugin()]`. Each run starts clean; when it is complete and green, the
 * interactions of all workers are merged into the pact files. A filtered, watched or failing run leaves them as they were
 * and says so. Works with vitest 4 and 5, forks and threads, workspaces and `--shard`.
 */
export function customerPactPlugin(options: CustomerPactPluginOptions = {}): CustomerPactPlugin {
  checkOptions(Options, options, (problem) => new PactOptionError('start the plugin', problem));
  const { directory = 'pacts' } = options;
  const reporters = new WeakMap<VitestLike, PactReporter>();
  return {
    name: 'customer-pact',
    configureVitest({ vitest, project }) {
      const reporter =
        reporters.get(vitest) ?? new PactReporter(vitest, join(tmpdir(), `customer-pact-run-${randomUUID()}`));
      if (!reporters.has(vitest)) vitest.config.reporters.push(reporter);
      reporters.set(vitest, reporter);
      const home = packageOf(project.config.root);
      reporter.pactDirectories.add(resolve(home, directory));
      project.config.env = {
        ...project.config.env,
        [shardsVariable]: reporter.shardsDirectory,
        [packageVariable]: home,
      };
    },
  };
}

/** Merges the shards of a run once it is over, or says why it does not: a run without a word is one that nobody misses. */
class PactReporter {
  /** Where the workers of this run leave their shards. */
  readonly shardsDirectory: string;
  /** Where the pact files of each project go, as far as the configuration says. */
  readonly pactDirectories: Set<string> = new Set();
  readonly #vitest: VitestLike;

  constructor(vitest: VitestLike, shardsDirectory: string) {
    this.#vitest = vitest;
    this.shardsDirectory = shardsDirectory;
  }

  /** @throws {MergeError} when an interaction that ran is missing, or two clash; vitest's exit code is then not zero. */
  async onTestRunEnd(modules: readonly TestModuleLike[], errors: readonly unknown[], reason: string): Promise<void> {
    const tests = modules.flatMap(({ children }) => [...children.allTests()]);
    const keys = tests.flatMap(interactionsOf);
    try {
      const shards = readShards(this.shardsDirectory);
      const hasFailed = reason !== 'passed' || errors.length > 0;
      const doubt = hasFailed ? 'the run failed' : await this.#reasonToDoubt(modules, tests, shards);
      if (doubt !== undefined) this.#say(`pact files left as they were: ${doubt}`);
      else if (keys.length === 0 && this.#vitest.config.shard === undefined)
        this.#say('pact files left as they were: no interaction ran');
      else this.#keep(keys, shards);
    } finally {
      rmSync(this.shardsDirectory, { recursive: true, force: true });
    }
  }

  /** Why this run may not have every interaction; `undefined` when it has. */
  async #reasonToDoubt(
    modules: readonly TestModuleLike[],
    tests: readonly TestCaseLike[],
    shards: readonly Shard[],
  ): Promise<string | undefined> {
    const { watch, testNamePattern, project = [], shard } = this.#vitest.config;
    if (watch) return 'vitest is watching';
    if (testNamePattern !== undefined) return 'the tests were filtered by name';
    if (project.some((name) => name !== '*')) return 'the tests were filtered by project';
    if (shard !== undefined) return undefined;
    const ran = new Set(modules.map(({ moduleId }) => moduleId));
    const all = await this.#vitest.globTestSpecifications();
    if (all.some(({ moduleId }) => !ran.has(moduleId))) return 'not all test files ran';
    const skipped = tests.filter((test) => test.result().state === 'skipped').length;
    const lost = skipped === 0 ? [] : lostInteractions(shards);
    return lost.length === 0 ? undefined : `${countOf(skipped, 'test')} skipped, and "${lost[0]}" would go`;
  }

  #keep(keys: readonly string[], shards: readonly Shard[]): void {
    const kept = new Set(shards.flatMap(({ pact }) => pact.interactions.map(({ key }) => key)));
    const missing = keys.filter((key) => !kept.has(key));
    if (missing.length > 0) {
      const message = `${missing.length} of ${countOf(keys.length, 'interaction')} that ran left no shard. Run the tests again.`;
      throw new MergeError(`Failed to merge ${this.shardsDirectory}: ${message}`, this.shardsDirectory);
    }
    const { shard } = this.#vitest.config;
    if (shard !== undefined) {
      for (const directory of keepPartOfRun(shards, shard, this.pactDirectories)) {
        this.#say(
          `part ${shard.index} of ${shard.count} kept in ${here(directory)}: bring all of them together with customer-pact merge`,
        );
      }
      return;
    }
    for (const { file, interactions, isChanged } of mergeRun(shards)) {
      this.#say(`${here(file)}: ${countOf(interactions, 'interaction')}, ${isChanged ? 'written' : 'unchanged'}`);
    }
  }

  #say(message: string): void {
    this.#vitest.logger.log(maskSecrets(`customer-pact: ${message}`));
  }
}

function interactionsOf(test: TestCaseLike): readonly string[] {
  const meta: unknown = test.meta();
  const keys: unknown = isRecord(meta) ? meta[interactionsMeta] : undefined;
  return Array.isArray(keys) ? keys.map(String) : [];
}

function here(path: string): string {
  return relative(process.cwd(), path) || '.';
}

/** The part of vitest that the plugin uses: the same in versions 4 and 5, and no reason to import vitest itself. */
export interface VitestLike {
  readonly config: {
    readonly watch: boolean;
    readonly shard?: { readonly index: number; readonly count: number } | undefined;
    readonly testNamePattern?: RegExp | undefined;
    readonly project?: readonly string[] | undefined;
    readonly reporters: unknown[];
  };
  readonly logger: { log(...message: readonly unknown[]): void };
  globTestSpecifications(): Promise<readonly { readonly moduleId: string }[]>;
}

/** A project of vitest: one of the workspace, or the only one. */
export interface ProjectLike {
  readonly config: { readonly root: string; env?: Record<string, string> };
}

/** A file of tests, once it has run. */
export interface TestModuleLike {
  readonly moduleId: string;
  readonly children: { allTests(): Iterable<TestCaseLike> };
}

/** A test, once it has run. */
export interface TestCaseLike {
  meta(): object;
  result(): { readonly state: string };
}
