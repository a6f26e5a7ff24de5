import { execFileSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import * as z from 'zod';

const Manifest = z.object({
  name: z.string(),
  scripts: z.record(z.string(), z.string()).default({}),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});

interface Project {
  readonly name: string;
  /** From the root of the repository. */
  readonly folder: string;
  readonly isBuilt: boolean;
  /** The names of all that it depends on. */
  readonly dependencies: readonly string[];
}

/** A copy of the repository in a folder of its own, removed when disposed of. */
export interface CopiedRepository extends Disposable {
  readonly root: string;
  /** Builds the packages, in the order of their dependencies. @throws with all that was printed when one can't be built. */
  build(): void;
  /** Runs a program of the copy, in the folder of this suite. @returns what it printed. @throws with all of that when it fails. */
  run(program: string, ...parameters: readonly string[]): string;
}

const original = join(import.meta.dirname, '../../..');
const suite = 'tests/extension';
/** What the projects extend and import. */
const sharedFiles = [
  'tsconfig.base.json',
  'commonjs.ts',
  'pure-initialisers.ts',
  'vitest.defaults.ts',
  'test-sizes.ts',
];
const leftBehind = new Set(['node_modules', 'dist', '.turbo', '.vitest', 'openapi.json', 'json-schema']);

/**
 * Copies the sources and tests of all packages, and this suite, whose programs use them. The copies import each other; what comes
 * from npm is that of the repository, so nothing is installed.
 */
export function copyRepository(): CopiedRepository {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'extension-')));
  for (const file of sharedFiles) cpSync(join(original, file), join(root, file));
  const projects = globSync(['packages/*/package.json', `${suite}/package.json`], { cwd: original }).map(projectOf);
  for (const { folder } of projects) {
    const filter = (path: string): boolean => !leftBehind.has(basename(path));
    cpSync(join(original, folder), join(root, folder), { recursive: true, filter });
    linkDependencies(folder, root, projects);
  }
  return {
    root,
    build() {
      for (const { folder } of inOrder(projects)) run(join(root, folder), process.execPath, ['--run', 'build']);
    },
    run: (program, ...parameters) => run(join(root, suite), program, parameters),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

function projectOf(file: string): Project {
  const { name, scripts, ...manifest } = Manifest.parse(JSON.parse(readFileSync(join(original, file), 'utf8')));
  const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  return { name, folder: dirname(file), isBuilt: 'build' in scripts, dependencies };
}

function linkDependencies(folder: string, root: string, projects: readonly Project[]): void {
  const modules = join(root, folder, 'node_modules');
  const installed = join(original, folder, 'node_modules');
  const names = readdirSync(installed).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(installed, name)).map((part) => `${name}/${part}`) : [name],
  );
  for (const name of names) {
    const copied = projects.find((project) => project.name === name);
    const target = copied === undefined ? realpathSync(join(installed, name)) : join(root, copied.folder);
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(target, join(modules, name));
  }
}

/** Those that are built, each behind those it depends on. */
function inOrder(projects: readonly Project[]): Project[] {
  const ordered = new Set<Project>();
  const add = (project: Project): void => {
    for (const other of projects) if (project.dependencies.includes(other.name)) add(other);
    if (project.isBuilt) ordered.add(project);
  };
  for (const project of projects) add(project);
  return [...ordered];
}

const Printed = z.object({ stdout: z.string(), stderr: z.string() }).catch({ stdout: '', stderr: '' });

function run(cwd: string, program: string, parameters: readonly string[]): string {
  try {
    return execFileSync(program, parameters, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = Printed.parse(error);
    throw new Error(`Failed to run ${program} ${parameters.join(' ')} in ${cwd}:\n${stdout}\n${stderr}`, {
      cause: error,
    });
  }
}
