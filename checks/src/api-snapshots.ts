import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { apiOf } from './api.ts';
import { publishedPackages } from './packages.ts';
import { openapiFile, openapiSnapshot, snapshotOf } from './places.ts';

/** Says where an API is not as it is written down, with the difference. */
export function snapshotProblems(root: string): string[] {
  return [
    ...publishedPackages(root).map((each) => [snapshotOf(each), apiOf(each, root)] as const),
    [openapiSnapshot, readFileSync(join(root, openapiFile), 'utf8')] as const,
  ].flatMap(([file, current]) => {
    const path = join(root, file);
    if (existsSync(path) && readFileSync(path, 'utf8') === current) return [];
    const { stdout } = spawnSync(
      'git',
      ['diff', '--no-index', '--no-color', '--', existsSync(path) ? file : '/dev/null', '-'],
      {
        cwd: root,
        input: current,
        encoding: 'utf8',
      },
    );
    return [`${file} is not what the package exports. If you mean it, write it down: pnpm api.\n${stdout}`];
  });
}
