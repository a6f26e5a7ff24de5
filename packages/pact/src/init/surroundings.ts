import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { foldersFrom } from './folders-from.ts';
import { readManifest } from './manifest.ts';
import { readText } from './text-file.ts';

/** The repository that a package is in. */
export interface Surroundings {
  /** The folder of the package, and those around it, up to the root of its workspace or repository. */
  readonly directories: readonly string[];
  /** The root of the workspace, or else of the repository, or else the package itself. */
  readonly root: string;
  /** Where the repository begins, which is where its CI is set up. The root where there is none. */
  readonly repository: string;
}

/** Where a package is. */
export function surroundingsOf(directory: string): Surroundings {
  const all = foldersFrom(directory);
  const repository = all.find((folder) => existsSync(join(folder, '.git')));
  // What is around a repository is none of it.
  const own = repository === undefined ? all : all.slice(0, all.indexOf(repository) + 1);
  const root = own.find(isWorkspace) ?? repository ?? directory;
  return { directories: own.slice(0, own.indexOf(root) + 1), root, repository: repository ?? root };
}

/** Whether a folder is the root of a workspace. pnpm keeps its settings in the same file. */
export function isWorkspace(directory: string): boolean {
  const pnpm = readText(join(directory, 'pnpm-workspace.yaml'));
  if (pnpm !== undefined && /^packages\s*:/m.test(pnpm)) return true;
  return existsSync(join(directory, 'package.json')) && readManifest(directory)?.value.workspaces !== undefined;
}

/** The packages below the root of a workspace, two folders deep at most, as paths from it. */
export function packagesBelow(root: string): readonly string[] {
  const folders = foldersIn(root);
  return [...folders, ...folders.flatMap(foldersIn)]
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => relative(root, folder).replaceAll(sep, '/'))
    .toSorted();
}

function foldersIn(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((each) => each.isDirectory() && !each.name.startsWith('.') && each.name !== 'node_modules')
    .map(({ name }) => join(directory, name));
}
