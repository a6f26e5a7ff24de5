import { cpSync, globSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { run } from './run.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const changesets = join(dirname(createRequire(import.meta.url).resolve('@changesets/cli/package.json')), 'bin.js');

/** Runs the command `changeset` in a workspace. */
export const changeset = (workspace: string, ...parameters: string[]): Promise<string> =>
  run(process.execPath, [changesets, ...parameters], { cwd: workspace });

/** Copies this workspace into an empty folder that is a git repository of its own. Nothing that was built comes along. */
export async function copyWorkspace(folder: string): Promise<void> {
  const leftOut = /(?:^|\/)(?:node_modules|\.git|\.turbo|\.vitest|\.bundle|\.demo|pacts|dist)$/;
  cpSync(root, folder, { recursive: true, filter: (path) => !leftOut.test(relative(root, path)) });
  await run('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder });
  await commitAll(folder);
}

/** Commits what is in the folder, as someone whom the machine need not know. */
export async function commitAll(folder: string): Promise<void> {
  const someone = ['-c', 'user.name=Someone', '-c', 'user.email=someone@example.com'];
  await run('git', ['add', '--all'], { cwd: folder });
  await run('git', [...someone, 'commit', '--quiet', '--allow-empty', '-m', 'As it is'], { cwd: folder });
}

/** Versions, builds and publishes all packages of a workspace, as the release workflow does. */
export async function release(workspace: string, registry: string): Promise<void> {
  // Right after a release none waits, which `changeset version` calls a failure.
  if (globSync('.changeset/*.md', { cwd: workspace }).length > 0) await changeset(workspace, 'version');
  await commitAll(workspace);
  await run('pnpm', ['install', '--frozen-lockfile', '--prefer-offline', '--filter', './packages/*'], {
    cwd: workspace,
  });
  await run('pnpm', ['--filter', './packages/*', 'run', 'build'], { cwd: workspace });
  // For the scope, so that nothing can go elsewhere. Anyone may publish there, but npm asks for some token.
  const settings = [`@customer-contracts:registry=${registry}`, `${registry.replace('http:', '')}:_authToken=anyone`];
  writeFileSync(join(workspace, '.npmrc'), `${settings.join('\n')}\n`);
  await changeset(workspace, 'pack', '--out-dir', 'packed');
  await changeset(workspace, 'publish', '--from-pack-dir', 'packed');
}
