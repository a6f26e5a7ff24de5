import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { packageOf, packageVariable } from '../plan/resolve-identity.ts';
import { shardsVariable } from '../shards/shard.ts';
import { PactReporter } from './pact-reporter.ts';
import type { ProjectLike, VitestLike } from './vitest-like.ts';

/** What {@link customerPactPlugin} takes. */
export interface CustomerPactPluginOptions {
  /**
   * The directory of the pact files in the package, where `customersPact` has another than `pacts`. A part of a divided
   * run that has no contract tests says so there.
   */
  readonly directory?: string;
}

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
export function customerPactPlugin({ directory = 'pacts' }: CustomerPactPluginOptions = {}): CustomerPactPlugin {
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
