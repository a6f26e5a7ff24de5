import { existsSync } from 'node:fs';
import { join } from 'node:path';

import * as z from 'zod';

import { type Manifest, readManifest } from './manifest.ts';
import { readText } from './text-file.ts';

/** What installs the packages of a project. yarn 1 and its successors share a name and little else. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'yarn 1' | 'bun';

/** The files by which each is known. */
const lockFiles: Readonly<Record<string, 'npm' | 'pnpm' | 'yarn' | 'bun'>> = {
  'pnpm-lock.yaml': 'pnpm',
  'pnpm-workspace.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
};

const Name = z.enum(['npm', 'pnpm', 'yarn', 'bun']);
const Named = z.object({ name: Name });

/**
 * The package manager of a project: the one that a package.json names, whose lock file is there, or who started this
 * command. The nearest folder decides.
 *
 * @param directories the folder of the package, and those around it, up to the root of the repository.
 * @param userAgent `npm_config_user_agent`, as each of them sets it.
 */
export function packageManagerOf(directories: readonly string[], userAgent: string | undefined): PackageManager {
  for (const directory of directories) {
    const named = namedIn(readManifest(directory)?.value);
    if (named !== undefined) return named.name === 'yarn' ? yarnOf(directory, named.version) : named.name;
    const file = Object.keys(lockFiles).find((each) => existsSync(join(directory, each)));
    const found = file === undefined ? undefined : lockFiles[file];
    if (found !== undefined) return found === 'yarn' ? yarnOf(directory, undefined) : found;
  }
  const [, agent, version] = /^(\w+)\/(\S+)/.exec(userAgent ?? '') ?? [];
  const name = Name.catch('npm').parse(agent);
  return name === 'yarn' && version?.startsWith('1.') === true ? 'yarn 1' : name;
}

function namedIn(manifest: Manifest | undefined) {
  const [name, version] = manifest?.packageManager?.split('@') ?? [];
  const field = Name.safeParse(name);
  if (field.success) return { name: field.data, version };
  const engines = Named.safeParse(manifest?.devEngines?.packageManager);
  return engines.success ? { name: engines.data.name, version: undefined } : undefined;
}

/** Which yarn it is: a version says it, or what only the later ones write. */
function yarnOf(directory: string, version: string | undefined): 'yarn' | 'yarn 1' {
  if (version !== undefined) return version.startsWith('1.') ? 'yarn 1' : 'yarn';
  if (existsSync(join(directory, '.yarnrc.yml'))) return 'yarn';
  const lock = readText(join(directory, 'yarn.lock')) ?? '';
  return lock.includes('# yarn lockfile v1') ? 'yarn 1' : 'yarn';
}

/** The command that adds packages to the development dependencies of the package in `directory`. */
export function addCommand(
  packageManager: PackageManager,
  packages: readonly string[],
  directory: string,
): readonly string[] {
  switch (packageManager) {
    case 'npm':
      return ['npm', 'install', '--save-dev', ...packages];
    case 'pnpm': {
      const isRoot = existsSync(join(directory, 'pnpm-workspace.yaml'));
      return ['pnpm', 'add', '--save-dev', ...(isRoot ? ['--workspace-root'] : []), ...packages];
    }
    case 'yarn':
      return ['yarn', 'add', '--dev', ...packages];
    case 'yarn 1': {
      const isRoot = readManifest(directory)?.value.workspaces !== undefined;
      return ['yarn', 'add', '--dev', ...(isRoot ? ['--ignore-workspace-root-check'] : []), ...packages];
    }
    case 'bun':
      return ['bun', 'add', '--dev', ...packages];
    default:
      return packageManager satisfies never;
  }
}

/** The program of a package manager. */
export function programOf(packageManager: PackageManager): string {
  return packageManager === 'yarn 1' ? 'yarn' : packageManager;
}

/** The command that runs a script. */
export function runScript(packageManager: PackageManager, script: string): readonly string[] {
  return [programOf(packageManager), 'run', script];
}

/** The command that runs a script of a package in a folder of this one. */
export function runScriptIn(packageManager: PackageManager, folder: string, script: string): string {
  switch (packageManager) {
    case 'npm':
      return `npm --prefix ${folder} run ${script}`;
    case 'pnpm':
      return `pnpm --dir ${folder} run ${script}`;
    case 'yarn':
    case 'yarn 1':
      return `yarn --cwd ${folder} run ${script}`;
    case 'bun':
      return `bun run --cwd ${folder} ${script}`;
    default:
      return packageManager satisfies never;
  }
}
