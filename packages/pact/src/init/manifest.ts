import { join } from 'node:path';

import * as z from 'zod';

import { foldersFrom } from './folders-from.ts';
import { readJson } from './text-file.ts';

const Ranges = z.record(z.string(), z.string()).optional();

/** The part of a `package.json` that is looked at. */
const Manifest = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  type: z.string().optional(),
  packageManager: z.string().optional(),
  devEngines: z.object({ packageManager: z.unknown().optional() }).partial().optional(),
  scripts: Ranges,
  dependencies: Ranges,
  devDependencies: Ranges,
  optionalDependencies: Ranges,
  peerDependencies: Ranges,
  workspaces: z.unknown().optional(),
  jest: z.unknown().optional(),
  mocha: z.unknown().optional(),
  babel: z.unknown().optional(),
});
export type Manifest = z.infer<typeof Manifest>;

/** A `package.json`, and its text. @returns `undefined` where the folder has none. @throws {InitError} where it is broken. */
export function readManifest(directory: string): { readonly value: Manifest; readonly text: string } | undefined {
  return readJson(join(directory, 'package.json'), { schema: Manifest, comments: false });
}

/** The range in which a package asks for another one, in whatever section. */
export function rangeOf(manifest: Manifest, name: string): string | undefined {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
  return [dependencies, devDependencies, optionalDependencies, peerDependencies].find(
    (ranges) => ranges?.[name] !== undefined,
  )?.[name];
}

const Version = z.object({ version: z.string() });

/** The version of a package that is installed for a folder. */
export function installedVersion(directory: string, name: string): string | undefined {
  for (const place of foldersFrom(directory)) {
    const found = readJson(join(place, 'node_modules', name, 'package.json'), { schema: Version, comments: false });
    if (found !== undefined) return found.value.version;
  }
  return undefined;
}
