import { execFileSync } from 'node:child_process';

/** What a git command prints in a folder, without the end of the line. */
export const git = (folder: string, ...parameters: string[]): string =>
  execFileSync('git', parameters, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd();

/** A file as it was in a commit; empty when it wasn't there. */
export function fileAt(folder: string, commit: string, file: string): string {
  try {
    return execFileSync('git', ['show', `${commit}:${file}`], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch {
    return '';
  }
}

/** Whether the history is here, which a copy and a shallow clone do not have. */
export function hasHistory(folder: string): boolean {
  try {
    return git(folder, 'rev-parse', '--is-shallow-repository') === 'false';
  } catch {
    return false;
  }
}
