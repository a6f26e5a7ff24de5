import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';

import { intersects, satisfies, validRange } from 'semver';
import * as z from 'zod';

import { InitError } from './init-error.ts';
import type { Ci, RunnerName } from './init-flags.ts';
import { installedVersion, type Manifest, rangeOf, readManifest } from './manifest.ts';
import { type PackageManager, packageManagerOf } from './package-manager.ts';
import { type Runner, runnerOf } from './runner.ts';
import { isWorkspace, packagesBelow, type Surroundings, surroundingsOf } from './surroundings.ts';
import { readJson } from './text-file.ts';

/** The libraries that the example can call the API with, the most telling first. */
const clients = ['rebilly-js-sdk', 'axios', 'ky', 'got'] as const;
export type Client = (typeof clients)[number] | 'fetch';

/** The range of zod that the schemas need. */
export const zodRange = '^4.3.0';

/** What zod is to a project: none, one that fits, or one that is too old. */
export type Zod =
  | { readonly kind: 'none' }
  | { readonly kind: 'fits'; readonly version: string }
  | { readonly kind: 'old'; readonly version: string };

/** A package that contract tests are set up in, as it was found. */
export interface Project extends Surroundings {
  /** The absolute path of its folder. */
  readonly directory: string;
  readonly manifest: Manifest;
  /** The text of its package.json. */
  readonly manifestText: string;
  /** Its name, as a broker may know it. */
  readonly consumer: string;
  /** `undefined` where it has none of those that the harness works in. */
  readonly runner: Runner | undefined;
  readonly isTypeScript: boolean;
  /** Whether its files are ES modules: `"type": "module"`. */
  readonly isModule: boolean;
  readonly client: Client;
  readonly packageManager: PackageManager;
  readonly zod: Zod;
  readonly ci: Ci;
  /** The folder of the contract tests, as a path from the package. */
  readonly folder: string;
}

/** What somebody wants otherwise than it is found. */
export interface Wishes {
  /** The folder that was named; the working directory where none was. */
  readonly directory: string | undefined;
  readonly runner: RunnerName | undefined;
  readonly ci: Ci | undefined;
  /** `npm_config_user_agent`. */
  readonly userAgent: string | undefined;
}

/**
 * Looks at the package in a folder.
 *
 * @throws {InitError} where there is none, where a file of it is broken, or where it is the root of a workspace and nobody
 * said that it is meant.
 */
export function lookAt({ directory: named, runner, ci, userAgent }: Wishes): Project {
  const directory = resolve(named ?? '.');
  const found = readManifest(directory);
  if (found === undefined) {
    throw new InitError(
      `Failed to find a package in ${directory}: there is no package.json. Start where one is, or make it: npm init.`,
      directory,
    );
  }
  const { value: manifest, text: manifestText } = found;
  if (named === undefined) refuseRoot(directory);
  const surroundings = surroundingsOf(directory);
  const { directories, repository } = surroundings;
  const isTypeScript = hasTypeScript(directory, manifest);
  return {
    ...surroundings,
    directory,
    manifest,
    manifestText,
    consumer: consumerOf(manifest.name ?? basename(directory)),
    runner: runnerOf(directories, runner),
    isTypeScript,
    isModule: manifest.type === 'module',
    client: clients.find((name) => rangeOf(manifest, name) !== undefined) ?? 'fetch',
    packageManager: packageManagerOf(directories, userAgent),
    zod: zodOf(directory, manifest),
    ci: ci ?? ciOf(repository),
    folder: folderOf(directory),
  };
}

function refuseRoot(directory: string): void {
  if (!isWorkspace(directory)) return;
  const packages = packagesBelow(directory);
  const [first] = packages;
  if (first === undefined) return;
  throw new InitError(
    `Failed to choose a package: ${directory} is the root of a workspace with ${packages.join(', ')}. ` +
      `Name the one that calls the API: customer-pact init ${first}. The root itself is customer-pact init .`,
    directory,
  );
}

/** A name without a scope, and without what a file name or a line of code can't hold. */
function consumerOf(name: string): string {
  const plain = name
    .replace(/^@[^/]*\//, '')
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  return plain === '' ? 'my-consumer' : plain;
}

/** Whether its sources are TypeScript: they decide, and where there are none its tools do. */
function hasTypeScript(directory: string, manifest: Manifest): boolean {
  const folders = ['.', 'src', 'lib', 'app', 'test', 'tests']
    .map((folder) => join(directory, folder))
    .filter(existsSync);
  const sources = folders
    .flatMap((folder) => readdirSync(folder))
    .filter((file) => !/\.config\.|\.d\.[cm]?ts$|^\./.test(file));
  if (sources.some((file) => /\.[cm]?tsx?$/.test(file))) return true;
  if (sources.some((file) => /\.[cm]?jsx?$/.test(file))) return false;
  return existsSync(join(directory, 'tsconfig.json')) || rangeOf(manifest, 'typescript') !== undefined;
}

function zodOf(directory: string, manifest: Manifest): Zod {
  const range = rangeOf(manifest, 'zod');
  if (range === undefined) return { kind: 'none' };
  const version = installedVersion(directory, 'zod');
  if (version !== undefined)
    return { kind: satisfies(version, zodRange, { includePrerelease: true }) ? 'fits' : 'old', version };
  // Of an alias, a catalog or an address nobody knows before it is installed.
  const known = validRange(range.replace(/^npm:(?:@[^/]+\/)?[^@]+@/, ''));
  return { kind: known === null || intersects(known, zodRange) ? 'fits' : 'old', version: range };
}

function ciOf(repository: string): Ci {
  if (existsSync(join(repository, '.github'))) return 'github';
  return existsSync(join(repository, '.gitlab-ci.yml')) ? 'gitlab' : 'none';
}

const TypeScriptConfig = z.object({
  compilerOptions: z.object({ rootDir: z.string().optional() }).optional(),
  include: z.array(z.string()).optional(),
  files: z.array(z.string()).optional(),
});

/** `contract`, unless the compiler takes in the whole package, and wants all of it below one folder. */
function folderOf(directory: string): string {
  const config = readJson(join(directory, 'tsconfig.json'), { schema: TypeScriptConfig, comments: true })?.value;
  const rootDir = resolve(directory, config?.compilerOptions?.rootDir ?? '.');
  const root = relative(directory, rootDir).replaceAll(sep, '/');
  const takesAll =
    config?.files === undefined &&
    (config?.include ?? ['**/*']).some((pattern) => /^(?:\.\/)?(?:\*|\.$|$)/.test(pattern));
  return root !== '' && !root.startsWith('..') && takesAll ? `${root}/contract` : 'contract';
}
