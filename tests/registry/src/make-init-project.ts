import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { InitProject } from './init-projects.ts';
import { run } from './run.ts';

const { resolve } = createRequire(import.meta.url);

/** A project of a user, and what can be done in it. */
export interface MadeInitProject {
  /** The folder of its package. */
  readonly folder: string;
  /** `npx @customer-contracts/pact init`. Gives what it prints. */
  init(...flags: readonly string[]): Promise<string>;
  /** Runs a program of the package. */
  execute(program: string, ...given: readonly string[]): Promise<string>;
  readonly read: (file: string) => string;
}

/** Makes the project of a user in an empty folder. */
export async function makeInitProject(
  root: string,
  { folder: inRoot = '.', manifest, files = {}, packageManager, isInstalled = false }: InitProject,
  { registry, path }: { readonly registry: string; readonly path: string },
): Promise<MadeInitProject> {
  const folder = join(root, inRoot);
  const tools = join(root, '.tools');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  mkdirSync(tools, { recursive: true });
  const yarn = resolve('@yarnpkg/cli-dist/bin/yarn.js');
  writeFileSync(join(tools, 'yarn'), `#!/bin/sh\nexec node ${yarn} "$@"\n`, { mode: 0o755 });
  if (packageManager === 'bun') symlinkSync(resolve('@oven/bun-linux-x64/bin/bun'), join(tools, 'bun'));
  for (const [file, text] of Object.entries({ 'package.json': JSON.stringify(manifest, undefined, 4), ...files }))
    write(file, text);
  // The packages are not in the public registry.
  writeFileSync(join(root, '.npmrc'), `@customer-contracts:registry=${registry}\n`);
  if (folder !== root) write('.npmrc', `@customer-contracts:registry=${registry}\n`);
  if (packageManager === 'yarn') {
    write(
      '.yarnrc.yml',
      [
        'nodeLinker: node-modules',
        'enableTelemetry: false',
        // What an earlier run has left there is another package.
        'enableGlobalCache: false',
        'enableMirror: false',
        // What was published a moment ago is no danger here.
        `npmPreapprovedPackages: ['@customer-contracts/*']`,
        `npmScopes: { customer-contracts: { npmRegistryServer: '${registry.replace(/\/$/, '')}' } }`,
        `unsafeHttpWhitelist: ['127.0.0.1']`,
        'enableImmutableInstalls: false\n',
      ].join('\n'),
    );
    write('yarn.lock', '');
  }
  // What runs this suite is not what starts the command.
  const env = {
    npm_config_user_agent: undefined,
    PATH: `${tools}:${path}`,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  };
  const execute = (program: string, ...given: readonly string[]): Promise<string> =>
    run(program, given, { cwd: folder, env });
  if (isInstalled) await execute(packageManager, 'install');
  return {
    folder,
    init: (...flags) => execute('npx', '--yes', '@customer-contracts/pact', 'init', ...flags),
    execute: (program, ...given) =>
      run(program, given, { cwd: folder, env: { ...env, PATH: `${join(folder, 'node_modules/.bin')}:${env.PATH}` } }),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
  };
}
