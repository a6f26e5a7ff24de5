import { dirname } from 'node:path';

/** A folder, and those around it, up to the root of the disk. */
export function foldersFrom(directory: string): readonly string[] {
  const around = dirname(directory);
  return around === directory ? [directory] : [directory, ...foldersFrom(around)];
}
