import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A commit of this repository, built in a folder of its own. */
export interface OlderCommit extends Disposable {
  readonly folder: string;
}

/** Checks a commit out beside this one, and builds a package of it with all that it needs. */
export function olderCommit(ref: string, packageName: string): OlderCommit {
  const parent = mkdtempSync(join(tmpdir(), 'benchmark-'));
  const folder = join(parent, 'repository');
  const run = (command: string, ...args: readonly string[]) =>
    execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('git', ['worktree', 'add', '--detach', folder, ref], { stdio: 'ignore' });
  const older = {
    folder,
    [Symbol.dispose]: () => {
      execFileSync('git', ['worktree', 'remove', '--force', folder], { stdio: 'ignore' });
      rmSync(parent, { recursive: true });
    },
  };
  try {
    run('pnpm', 'install', '--frozen-lockfile', '--prefer-offline');
    run('pnpm', 'exec', 'turbo', 'run', 'build', `--filter=${packageName}`);
    return older;
  } catch (error) {
    older[Symbol.dispose]();
    throw error;
  }
}
