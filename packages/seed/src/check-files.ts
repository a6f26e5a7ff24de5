import { resolve } from 'node:path';

import { shown } from '@customer-contracts/schemas/internal';

import { SeedOptionError } from './seed-error.ts';

/**
 * Asserts that no file has two tasks.
 *
 * @param files each option's file.
 * @throws {SeedOptionError} when one has.
 */
export function checkFiles(files: Readonly<Record<string, string | undefined>>): void {
  const options = new Map<string, string>();
  for (const [option, file] of Object.entries(files)) {
    if (file === undefined) continue;
    const other = options.get(resolve(file));
    if (other !== undefined) {
      const received = `${option} is ${shown(file)}, which is the ${other} too`;
      throw new SeedOptionError({ option, received, advice: 'Give each a file of its own.' });
    }
    options.set(resolve(file), option);
  }
}
