import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

import { type CiJob, ciJob } from './ci-job.ts';
import { exampleTest } from './example.ts';
import { InitError } from './init-error.ts';
import { rangeOf } from './manifest.ts';
import { ownPackage, settingsFor } from './own-package.ts';
import { addCommand, runScript, runScriptIn } from './package-manager.ts';
import { type Project, zodRange } from './project.ts';
import { type SetUp, setUp } from './set-up.ts';
import { withScript } from './with-script.ts';

/** The script that runs the contract tests. */
const script = 'test:contract';

/** A file as it will be. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  /** What is in it, in a few words. */
  readonly about: string;
}

/** What is missing in a project, and nothing else. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  /** Files that are there already, and stay as they are. */
  readonly kept: readonly string[];
  /** The packages that are missing, what adds them, and where. */
  readonly installation: Installation | undefined;
  /** What runs the contract tests, in the folder of the project. */
  readonly run: readonly string[];
  /** The file to go on with. */
  readonly test: string;
  readonly notes: readonly string[];
}

/** Packages to add. */
export interface Installation {
  readonly packages: readonly string[];
  readonly command: readonly string[];
  readonly directory: string;
}

/**
 * What a project needs for contract tests. What is there already is not planned.
 *
 * @param version that of this package.
 * @throws {InitError} where it can't be set up.
 */
export function planFor(project: Project, version: string): Plan {
  refuseByHand(project);
  const home = homeOf(project);
  const own = setUp(home);
  const job = ciJob(project, home);
  const files = [...scripted(project, home, own), ...filesOf(home, own), ...jobFile(job)];
  for (const { path } of files.filter(isMissing)) refuseBlocked(path, project.repository);
  const packages = missingPackages(home, own, version);
  const [there] = testsIn(home);
  return {
    files: files.filter(isMissing),
    kept: [
      ...files.filter((file) => !isMissing(file)).map(({ path }) => path),
      ...(there === undefined ? [] : [join(home.directory, there)]),
      ...keptScript(project),
    ],
    installation:
      packages.length === 0
        ? undefined
        : {
            packages,
            command: [
              ...addCommand(home.packageManager, packages, home.directory),
              // The workspace around it has the zod that does not fit.
              ...(home.packageManager === 'pnpm' && home !== project ? ['--ignore-workspace'] : []),
            ],
            directory: home.directory,
          },
    run: runScript(project.packageManager, script),
    test: join(home.directory, there ?? own.test.file),
    notes: [
      ...noteOnZod(project),
      ...own.notes,
      ...(job?.note === undefined || existsSync(job.path) ? [] : [job.note]),
    ],
  };
}

/** A file that may be there; one that is added to is there. */
interface Candidate extends PlannedFile {
  readonly isAddition?: boolean;
}

function isMissing({ path, isAddition }: Candidate): boolean {
  return isAddition === true || !existsSync(path);
}

/** Where the contract tests go: into the package itself, unless its zod does not fit. */
function homeOf(project: Project): Project {
  const { zod, directory } = project;
  if (zod.kind !== 'old') return project;
  if (/^[\^~]?4\./.test(zod.version)) {
    throw new InitError(
      `Failed to set up contract tests: zod is ${zod.version}, and they need ${zodRange}. Raise it, and run this again.`,
      directory,
    );
  }
  return ownPackage(project);
}

function noteOnZod({ zod, folder }: Project): readonly string[] {
  if (zod.kind !== 'old') return [];
  return [
    `zod ${zod.version} stays as it is. The contract tests have zod 4 in ${folder}/package.json, and import your code from there.`,
  ];
}

/** A package whose runner has the plugin or the reporter in its own configuration. */
function refuseByHand({ runner, directory, manifest }: Project): void {
  const { file, text } = runner?.config ?? { file: '', text: '' };
  const name = ['/vitest', '/jest'].find((entry) => text.includes(`@customer-contracts/pact${entry}`));
  const other = Object.entries(manifest.scripts ?? {}).find(
    ([key, value]) => key !== script && value.includes('customer-pact merge'),
  );
  if (name === undefined && other === undefined) return;
  const received =
    name === undefined
      ? `the script ${other?.[0] ?? ''} runs customer-pact merge`
      : `${file} has @customer-contracts/pact${name}`;
  throw new InitError(
    `Failed to set up contract tests: they are set up by hand, ${received}. Write the next test, or take that out first.`,
    directory,
  );
}

/** What stands in the way of a file: another one where its folder should be, or a link that leads nowhere. */
function refuseBlocked(path: string, root: string): void {
  const places = [path];
  for (let folder = dirname(path); folder.startsWith(root); folder = dirname(folder)) places.unshift(folder);
  for (const place of places) {
    if (lstatSync(place, { throwIfNoEntry: false }) === undefined) return;
    const target = statSync(place, { throwIfNoEntry: false });
    if (place === path ? target !== undefined : target?.isDirectory() === true) continue;
    const received = target === undefined ? 'a link that leads nowhere' : 'a file';
    throw new InitError(`Failed to write ${path}: ${place} is ${received}. Move it away.`, place);
  }
}

function filesOf(home: Project, { config, test, client }: SetUp): readonly Candidate[] {
  const inHome = (path: string) => join(home.directory, path);
  const text = exampleTest(home.consumer, client, test.style);
  return [
    ...(config === undefined
      ? []
      : [{ path: inHome(config.path), text: config.text, about: 'runs the contract tests alone' }]),
    // Whoever has written a test of their own does without the example.
    ...(testsIn(home).length > 0
      ? []
      : [{ path: inHome(test.file), text, about: 'two tests that run, to be replaced' }]),
  ];
}

/** The contract tests that are there, as paths from the package. */
function testsIn({ directory, folder }: Project): readonly string[] {
  const tests = join(directory, folder);
  if (statSync(tests, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(sep, '/'))
    .filter((name) => /\.contract\.(?:test\.)?[cm]?[jt]sx?$/.test(name) && !name.includes('node_modules/'))
    .map((name) => join(folder, name));
}

function jobFile(job: CiJob | undefined): readonly Candidate[] {
  return job === undefined ? [] : [{ path: job.path, text: job.text, about: 'runs them on each push' }];
}

/** The package.json with the script, where it has none of that name; that of the home, where this is another one. */
function scripted(project: Project, home: Project, { command }: SetUp): readonly Candidate[] {
  const { directory, manifest, manifestText, packageManager, folder } = project;
  const runs = home === project ? command : runScriptIn(packageManager, folder, script);
  const added =
    manifest.scripts?.[script] === undefined
      ? [
          {
            path: join(directory, 'package.json'),
            text: withScript(manifestText, script, runs),
            about: `script ${script}`,
            isAddition: true,
          },
        ]
      : [];
  if (home === project) return added;
  return [
    ...added,
    {
      path: join(home.directory, 'package.json'),
      text: home.manifestText,
      about: 'what the contract tests need, with zod 4',
    },
    ...settingsFor(project).map(({ name, text, about }) => ({ path: join(home.directory, name), text, about })),
  ];
}

function keptScript({ manifest, directory }: Project): readonly string[] {
  return manifest.scripts?.[script] === undefined ? [] : [`${join(directory, 'package.json')} (script ${script})`];
}

function missingPackages({ manifest, zod }: Project, { packages }: SetUp, version: string): readonly string[] {
  const ours = '@customer-contracts/pact';
  return [
    ...(rangeOf(manifest, ours) === undefined ? [`${ours}@^${version}`] : []),
    ...(zod.kind === 'none' && rangeOf(manifest, 'zod') === undefined ? [`zod@${zodRange}`] : []),
    // Nothing is moved from one section to another.
    ...packages.filter((name) => rangeOf(manifest, name.replace(/(?<=.)@.*$/, '')) === undefined),
  ];
}

/** A path as somebody reads it who is in `directory`. */
export function seenFrom(directory: string, path: string): string {
  const short = relative(directory, path).replaceAll(sep, '/');
  return short === '' ? '.' : short;
}
