import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory with files of these names, which goes away with the test. */
export async function filesIn(files: Readonly<Record<string, string | Uint8Array>>) {
  const directory = await mkdtemp(join(tmpdir(), 'pact-files-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
  return {
    directory,
    path: (name: string) => join(directory, name),
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true }),
  };
}
