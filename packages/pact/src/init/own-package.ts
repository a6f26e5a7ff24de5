import { join } from 'node:path';

import { type Manifest, readManifest } from './manifest.ts';
import type { Project } from './project.ts';

/**
 * A package of its own for the contract tests, in a folder of the project whose zod does not fit: there they have zod 4, and
 * what they test keeps the one that it has. vitest runs them, whatever runs the other tests.
 */
export function ownPackage(project: Project): Project {
  const directory = join(project.directory, project.folder);
  const found = readManifest(directory);
  const manifest: Manifest = found?.value ?? {
    name: `${project.consumer}-contract`,
    type: 'module',
    scripts: { 'test:contract': 'vitest run' },
    workspaces: undefined,
    jest: undefined,
    mocha: undefined,
    babel: undefined,
  };
  const { name, type, scripts } = manifest;
  return {
    ...project,
    directory,
    directories: [directory],
    manifest,
    manifestText: found?.text ?? `${JSON.stringify({ name, private: true, type, scripts }, undefined, 2)}\n`,
    runner: undefined,
    isModule: true,
    zod: { kind: 'none' },
    folder: '',
  };
}
