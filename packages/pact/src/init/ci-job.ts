import { join, relative, sep } from 'node:path';

import { type PackageManager, programOf } from './package-manager.ts';
import type { Project } from './project.ts';

/** A job that runs the contract tests. */
export interface CiJob {
  /** The absolute path of its file. */
  readonly path: string;
  readonly text: string;
  /** What is left to do by hand. */
  readonly note: string | undefined;
}

/** What the job does in the folder of the package: the same whichever service runs it. */
interface Steps {
  readonly folder: string;
  readonly commands: readonly string[];
}

/** The job of a project; `undefined` where no service is known. `home` is the package that the contract tests are in. */
export function ciJob(project: Project, home: Project): CiJob | undefined {
  const { ci, repository, consumer, directory } = project;
  const folder = relative(repository, directory).replaceAll(sep, '/');
  const name = folder === '' ? 'contract' : `contract-${consumer}`;
  const steps = { folder, commands: commandsFor(project, home) };
  switch (ci) {
    case 'github':
      return {
        path: join(repository, '.github/workflows', `${name}.yml`),
        text: githubJob(name, steps),
        note: undefined,
      };
    case 'gitlab': {
      const file = `.gitlab/${name}.yml`;
      return {
        path: join(repository, file),
        text: gitlabJob(name, steps),
        note: `Add it to .gitlab-ci.yml: include: [{ local: ${file} }]`,
      };
    }
    case 'none':
      return undefined;
    default:
      return ci satisfies never;
  }
}

/** As each installs what its lock file says, and brings itself along. */
const installs: Readonly<Record<PackageManager, readonly string[]>> = {
  npm: ['npm ci'],
  pnpm: ['npm install --global corepack', 'corepack enable', 'pnpm install --frozen-lockfile'],
  yarn: ['npm install --global corepack', 'corepack enable', 'yarn install --immutable'],
  'yarn 1': ['npm install --global corepack', 'corepack enable', 'yarn install --frozen-lockfile'],
  bun: ['npm install --global bun', 'bun install --frozen-lockfile'],
};

function commandsFor({ packageManager, folder }: Project, home: Project): readonly string[] {
  const install = installs[packageManager];
  const isOwn = home.folder === '';
  const inOwn = isOwn ? [`(cd ${folder} && ${install.at(-1) ?? ''})`] : [];
  const pacts = isOwn ? `${folder}/pacts` : 'pacts';
  const lint = `customer-pact lint ${pacts}`;
  return [
    ...install,
    ...inOwn,
    `${programOf(packageManager)} run test:contract`,
    // It was not committed with the tests that made it.
    `git diff --exit-code ${pacts}`,
    isOwn ? `./${folder}/node_modules/.bin/${lint}` : executed(packageManager, lint),
  ];
}

function executed(packageManager: PackageManager, command: string): string {
  switch (packageManager) {
    case 'npm':
      return `npx ${command}`;
    case 'pnpm':
      return `pnpm exec ${command}`;
    case 'yarn':
    case 'yarn 1':
      return `yarn run ${command}`;
    case 'bun':
      return `bunx ${command}`;
    default:
      return packageManager satisfies never;
  }
}

function githubJob(name: string, { folder, commands }: Steps): string {
  const place =
    folder === '' ? '' : `    defaults:\n      run:\n        working-directory: ${JSON.stringify(folder)}\n`;
  return `# The contract tests: they pass, their pact file is committed, and the API documents all that it asks for.
name: ${name}
on:
  push:

permissions:
  contents: read

jobs:
  contract:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
${place}    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
      - uses: actions/setup-node@53b83947a5a98c8d113130e565377fae1a50d02f # v6.3.0
        with:
          node-version: 24
${commands.map((command) => `      - run: ${command}\n`).join('')}`;
}

function gitlabJob(name: string, { folder, commands }: Steps): string {
  const lines = folder === '' ? commands : [`cd ${JSON.stringify(folder)}`, ...commands];
  return `# The contract tests: they pass, their pact file is committed, and the API documents all that it asks for.
${name}:
  image: node:24
  script:
${lines.map((command) => `    - ${command}\n`).join('')}`;
}
