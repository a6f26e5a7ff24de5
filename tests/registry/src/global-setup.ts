import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { installNode } from './node-tools.ts';
import { kinds } from './projects.ts';
import { startRegistry } from './registry.ts';
import { copyWorkspace, release } from './release.ts';
import { run } from './run.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the registry listens, which holds the first release of all packages. */
    registry: string;
    /** The copy of the workspace that was released. */
    workspace: string;
    /** A temporary folder of this run. */
    temporary: string;
  }
}

/** Before all tests: versions, builds and publishes the packages, to a registry of this run, and installs the versions of Node. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const temporary = mkdtempSync(join(tmpdir(), 'registry-'));
  const workspace = join(temporary, 'workspace');
  const registry = await startRegistry(temporary);
  const teardown = async (): Promise<void> => {
    await registry[Symbol.asyncDispose]();
    // Not Node's own: a dozen projects are some hundred thousand files.
    await run('rm', ['-rf', temporary], { cwd: tmpdir() });
  };
  try {
    await copyWorkspace(workspace);
    await release(workspace, registry.url);
    for (const node of kinds.node) await installNode(temporary, node);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('registry', registry.url);
  project.provide('workspace', workspace);
  project.provide('temporary', temporary);
  return teardown;
}
