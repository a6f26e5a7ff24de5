// Before a package is packed, writes the files that its tarball has otherwise than the repository; afterwards, takes that back:
// `pack.ts before` and `pack.ts after`, in the folder of the package. It imports no package: nothing may be installed here.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

import { repository } from '../../packages/schemas/src/internal/repository.ts';
import { packedFiles } from './packed-files.ts';
import { root } from './places.ts';

const memory = 'node_modules/.unpacked.json';
const textOf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** What was changed since is left as it is: the last packing may have been killed. */
function takeBack(): void {
  const changed: unknown = JSON.parse(textOf(memory) ?? '[]');
  if (!Array.isArray(changed)) throw new TypeError(`Failed to read ${memory}: it is no list. Delete it.`);
  for (const { file, packed, unpacked } of changed) {
    if (textOf(String(file)) !== packed) continue;
    if (typeof unpacked === 'string') writeFileSync(String(file), unpacked);
    else rmSync(String(file));
  }
  rmSync(memory, { force: true });
}

takeBack();
if (process.argv[2] === 'before') {
  const files = packedFiles(root, relative(root, process.cwd()), repository);
  const changed = [...files].map(([file, packed]) => ({ file, packed, unpacked: textOf(file) }));
  mkdirSync('node_modules', { recursive: true });
  writeFileSync(memory, JSON.stringify(changed));
  for (const { file, packed } of changed) writeFileSync(file, packed);
}
