import { createPackageFromTarballData, type Package } from '@arethetypeswrong/core';
import * as z from 'zod';

const Ranges = z.record(z.string(), z.string()).default({});

const Manifest = z.object({
  version: z.string(),
  scripts: z.record(z.string(), z.string()).default({}),
  exports: z.record(z.string(), z.unknown()).default({}),
  dependencies: Ranges,
  peerDependencies: Ranges,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean() })).default({}),
});

/** Whether an entry of `exports` is there as CommonJS, too. */
export const isCommonJs = (target: unknown): boolean =>
  typeof target === 'object' && target !== null && 'require' in target;

/** A package as the registry holds it. */
export interface Published {
  readonly name: string;
  readonly tarball: Uint8Array<ArrayBuffer>;
  readonly manifest: z.infer<typeof Manifest>;
  /** The paths of its files, from the folder of the package. */
  readonly files: readonly string[];
  readonly read: (file: string) => string;
  /** What attw looks at. */
  readonly package: Package;
}

/** Downloads the newest version of a package. */
export async function published(registry: string, name: string): Promise<Published> {
  const document = await fetch(`${registry}@customer-contracts%2f${name}`);
  const { versions, 'dist-tags': tags } = z
    .object({
      'dist-tags': z.object({ latest: z.string() }),
      versions: z.record(z.string(), z.object({ dist: z.object({ tarball: z.url() }) })),
    })
    .parse(await document.json());
  const answer = await fetch(versions[tags.latest]?.dist.tarball ?? '');
  const tarball = new Uint8Array(await answer.arrayBuffer());
  const content = createPackageFromTarballData(tarball);
  const folder = `/node_modules/@customer-contracts/${name}/`;
  const read = (file: string): string => content.readFile(`${folder}${file}`);
  return {
    name,
    tarball,
    manifest: Manifest.parse(JSON.parse(read('package.json'))),
    files: content.listFiles(folder).map((file) => file.slice(folder.length)),
    read,
    package: content,
  };
}
