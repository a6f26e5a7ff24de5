import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The JSON files of a directory, in the order of their names; `undefined` where the path is no directory. */
export function jsonFilesIn(path: string): readonly string[] | undefined {
  if (!existsSync(path) || !statSync(path).isDirectory()) return undefined;
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => join(path, name));
}
