import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { firstSteps } from './readme.ts';
import { run } from './run.ts';

/** What it takes from an empty folder to a package that does something. */
export interface Adoption {
  /** What is typed, in turn. */
  readonly commands: readonly string[];
  readonly seconds: number;
  /** What the last command printed. */
  readonly printed: string;
}

/**
 * Follows the README of a package literally, in an empty folder: types the commands up to the end of the first example,
 * saves the blocks as the files that they are, and runs the example.
 */
export async function adopt(
  name: string,
  folder: string,
  { registry, path }: { readonly registry: string; readonly path: string },
): Promise<Adoption> {
  const { installs, files, runs } = firstSteps(name);
  mkdirSync(folder);
  // The only line that is no reader's: the packages are not in the public registry.
  writeFileSync(join(folder, '.npmrc'), `@customer-contracts:registry=${registry}\n`);
  const commands = [...installs, runs];
  const start = performance.now();
  let printed = '';
  for (const command of commands) {
    if (command === runs) for (const [file, code] of files) writeFileSync(join(folder, file), code);
    printed = await run('bash', ['-c', command], { cwd: folder, env: { PATH: path } });
  }
  return { commands, seconds: (performance.now() - start) / 1000, printed };
}
