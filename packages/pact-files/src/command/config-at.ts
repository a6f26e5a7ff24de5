import { existsSync } from 'node:fs';

import { configFile } from '../config/config-file.ts';
import type { WholeConfig } from '../config/pact-config.ts';
import { PactFileError } from '../pact-error.ts';
import { isDirectory, readText } from '../sources/read-text.ts';

/** The configuration in this file, or in the working directory where none is named; `undefined` where there is none. */
export async function configAt(named: string | undefined): Promise<WholeConfig | undefined> {
  if (named === undefined && !existsSync(configFile)) return undefined;
  const file = named ?? configFile;
  const { parseWholeConfig } = await import('../config/pact-config.ts');
  return parseWholeConfig(textOf(file), file);
}

/** In any encoding that {@link readText} knows: Pact doesn't read it. */
function textOf(file: string): string {
  const refuse = (received: string) =>
    new PactFileError(`Failed to read ${file}: ${received}. Check the path.`, [file]);
  if (!existsSync(file)) throw refuse('there is no such file');
  if (isDirectory(file)) throw refuse('it is a directory');
  return readText(file).text;
}
