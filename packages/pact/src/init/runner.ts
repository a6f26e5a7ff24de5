import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { type RunnerName, runnerNames } from './init-flags.ts';
import { installedVersion, type Manifest, rangeOf, readManifest } from './manifest.ts';
import { readText } from './text-file.ts';

/** What runs the tests of a project. */
export interface Runner {
  readonly name: RunnerName;
  /** The version that is installed, where it is. */
  readonly version: string | undefined;
  /** The range in which the project asks for it; `undefined` where it is not there yet, or needs no package. */
  readonly range: string | undefined;
  /** The part of a script that runs it, up to its name, and what comes behind. */
  readonly script: { readonly before: string; readonly behind: string } | undefined;
  /** The name of its configuration, in the folder of the package, and the text. */
  readonly config: RunnerConfig | undefined;
}

/** The configuration of a runner. */
export interface RunnerConfig {
  /** `jest.config.js`, or `package.json`. */
  readonly file: string;
  readonly text: string;
}

/** The last word of what starts each. `node:test` runs by Node, or by what brings TypeScript to it. */
const programs: Readonly<Record<RunnerName, RegExp>> = {
  vitest: /(?:^|[\s/])vitest(?:\.mjs)?(?=\s|$)/,
  jest: /(?:^|[\s/])jest(?:\.js)?(?=\s|$)/,
  'node:test': /(?:^|[\s/])(?:node|tsx)(?=\s(?:.*\s)?--test(?:\s|$))/,
  mocha: /(?:^|[\s/])_?mocha(?:\.js)?(?=\s|$)/,
  bun: /(?:^|\s)bun(?=\s+test(?:\s|$))/,
};

/** The names of each one's configuration, in the order in which it looks. */
const configs: Readonly<Record<RunnerName, RegExp>> = {
  vitest: /^vi(?:test|te)\.config\.[cm]?[jt]s$/,
  jest: /^jest\.config\.(?:[cm]?[jt]s|json)$/,
  'node:test': /^$/,
  mocha: /^\.mocharc\.(?:[cm]?js|ya?ml|jsonc?)$/,
  bun: /^$/,
};

/**
 * The runner of a package: the one that its scripts run its tests with, or else that it depends on, or the root of its
 * workspace. `undefined` where nobody knows.
 *
 * @param asked the one that somebody asks for, whatever is found.
 */
export function runnerOf(directories: readonly string[], asked: RunnerName | undefined): Runner | undefined {
  const manifests = directories.flatMap((each) => readManifest(each)?.value ?? []);
  const [directory = ''] = directories;
  const [own] = manifests;
  const names = asked === undefined ? runnerNames : [asked];
  const byScript = names.flatMap((name) => {
    const script = own === undefined ? undefined : scriptOf(own, name);
    return script === undefined ? [] : [{ name, script }];
  });
  // `test` goes before `test:browser`.
  const [started] = byScript.toSorted((one, other) => one.script.rank - other.script.rank);
  const name =
    started?.name ??
    manifests.flatMap((each) => names.find((name) => rangeOf(each, name) !== undefined) ?? [])[0] ??
    asked;
  if (name === undefined) return undefined;
  return {
    name,
    version: installedVersion(directory, name),
    range: manifests.flatMap((each) => rangeOf(each, name) ?? [])[0],
    script: started?.script,
    config: own === undefined ? undefined : configOf(directory, own, name),
  };
}

interface Script {
  readonly before: string;
  readonly behind: string;
  readonly rank: number;
}

function scriptOf({ scripts = {} }: Manifest, runner: RunnerName): Script | undefined {
  const tests = Object.entries(scripts).filter(
    ([name]) => /^(?:test|unit)(?:$|\W)/.test(name) && name !== 'test:contract',
  );
  const parts = tests.flatMap(([name, script]) =>
    script.split(/&&|\|\|?|;/).map((part) => ({ part: part.trim(), rank: name === 'test' ? 0 : 1 })),
  );
  for (const { part, rank } of parts.toSorted((one, other) => one.rank - other.rank)) {
    const found = programs[runner].exec(part);
    if (found === null) continue;
    const end = found.index + found[0].length;
    return { before: part.slice(0, end), behind: part.slice(end), rank };
  }
  return undefined;
}

function configOf(directory: string, manifest: Manifest, name: RunnerName): RunnerConfig | undefined {
  const files = readdirSync(directory).filter((file) => configs[name].test(file));
  // vitest.config before vite.config.
  const [file] = files.toSorted((one, other) => rankOf(one) - rankOf(other));
  if (file !== undefined) return { file, text: readText(join(directory, file)) ?? '' };
  const own = name === 'jest' ? manifest.jest : name === 'mocha' ? manifest.mocha : undefined;
  return own === undefined ? undefined : { file: 'package.json', text: JSON.stringify(own) };
}

function rankOf(file: string): number {
  return file.startsWith('vite.') ? 1 : 0;
}
