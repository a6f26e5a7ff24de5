import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import * as z from 'zod';

const Target = z.object({ types: z.string() });

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  private: z.boolean().default(false),
  exports: z.record(z.string(), z.union([z.string(), Target, z.object({ import: Target })])).default({}),
});

/** A package that is published. */
export interface PublishedPackage {
  /** `@customer-contracts/schemas`. */
  readonly name: string;
  readonly version: string;
  /** Its folder, from the root of the repository. */
  readonly folder: string;
  /** What is imported from it, and the declarations that are behind it, from the root. */
  readonly entries: readonly { readonly specifier: string; readonly file: string }[];
}

/** The packages of a repository that are published. */
export function publishedPackages(root: string): PublishedPackage[] {
  return globSync('packages/*/package.json', { cwd: root })
    .toSorted()
    .flatMap((file) => {
      const manifest = Manifest.parse(JSON.parse(readFileSync(join(root, file), 'utf8')));
      const folder = dirname(file);
      const entries = Object.entries(manifest.exports).flatMap(([path, target]) =>
        typeof target === 'string' ? [] : filesOf(root, manifest.name + path.slice(1), join(folder, typesOf(target))),
      );
      return manifest.private ? [] : [{ name: manifest.name, version: manifest.version, folder, entries }];
    });
}

const typesOf = (target: z.infer<typeof Target> | { readonly import: z.infer<typeof Target> }): string =>
  'import' in target ? target.import.types : target.types;

/** The entry of a file; of a pattern, `./locales/*`, as many as there are files. */
function filesOf(root: string, specifier: string, file: string): PublishedPackage['entries'] {
  if (!file.includes('*')) return [{ specifier, file }];
  const [before = '', after = ''] = file.split('*');
  return globSync(file, { cwd: root })
    .toSorted()
    .map((each) => ({ specifier: specifier.replace('*', each.slice(before.length, -after.length)), file: each }));
}
