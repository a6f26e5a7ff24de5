import { createPackageFromTarballData, type Package } from '@arethetypeswrong/core';
import * as z from 'zod';

const Ranges = z.record(z.string(), z.string()).default({});

const Manifest = z.object({
  version: z.string(),
  homepage: z.string().optional(),
  bugs: z.object({ url: z.string() }).optional(),
  repository: z.object({ type: z.string(), url: z.string(), directory: z.string() }).optional(),
  bin: z.record(z.string(), z.string()).default({}),
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
  return inTarball(name, new Uint8Array(await answer.arrayBuffer()));
}

/** What is in the tarball of a package. */
export function inTarball(name: string, tarball: Uint8Array<ArrayBuffer>): Published {
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
