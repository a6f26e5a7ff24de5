import { existsSync } from 'node:fs';

import { configFile } from '../config/config-file.ts';
import type { PactConfig } from '../config/pact-config.ts';
import { PactFileError } from '../pact-error.ts';
import { isDirectory, readText } from '../sources/read-text.ts';

/** The configuration in this file, or in the working directory where none is named; `undefined` where there is none. */
export async function configAt(named: string | undefined): Promise<PactConfig | undefined> {
  if (named === undefined && !existsSync(configFile)) return undefined;
  const file = named ?? configFile;
  const { parseConfig } = await import('../config/pact-config.ts');
  return parseConfig(textOf(file), file);
}

/** In any encoding that {@link readText} knows: Pact doesn't read it. */
function textOf(file: string): string {
  const refuse = (received: string) =>
    new PactFileError(`Failed to read ${file}: ${received}. Check the path.`, [file]);
  if (!existsSync(file)) throw refuse('there is no such file');
  if (isDirectory(file)) throw refuse('it is a directory');
  return readText(file).text;
}
