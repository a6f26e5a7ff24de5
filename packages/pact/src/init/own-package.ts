import { join } from 'node:path';

import { type Manifest, readManifest } from './manifest.ts';
import type { Project } from './project.ts';
import { readText } from './text-file.ts';

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
    // What the project has may not be installed.
    client: 'fetch',
    zod: { kind: 'none' },
    folder: '',
  };
}

/** A line of `.npmrc` with a secret in it, and not the name of a variable. */
const secret = /_(?:auth|authToken|password)\s*=\s*(?!["']?\$\{)/;

/** What the package manager needs to take that package for one by itself: each reads other settings there than around it. */
export function settingsFor({
  packageManager,
  directory,
}: Project): readonly { name: string; text: string; about: string }[] {
  if (packageManager === 'yarn') return [{ name: 'yarn.lock', text: '', about: 'lets yarn take it for a project' }];
  const settings = packageManager === 'yarn 1' ? undefined : readText(join(directory, '.npmrc'));
  if (settings === undefined) return [];
  const lines = settings.split('\n').filter((line) => !secret.test(line));
  return [{ name: '.npmrc', text: lines.join('\n'), about: 'the settings of the package, without keys' }];
}
