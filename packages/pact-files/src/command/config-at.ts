import { existsSync, readFileSync } from 'node:fs';

import { configFile } from '../config/config-file.ts';
import type { PactConfig } from '../config/pact-config.ts';
import { PactFileError } from '../pact-error.ts';

/** The configuration in this file, or in the working directory where none is named; `undefined` where there is none. */
export async function configAt(named: string | undefined): Promise<PactConfig | undefined> {
  if (named === undefined && !existsSync(configFile)) return undefined;
  const file = named ?? configFile;
  const { parseConfig } = await import('../config/pact-config.ts');
  return parseConfig(textOf(file), file);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const received = existsSync(file) ? String(cause) : 'there is no such file';
    throw new PactFileError(`Failed to read ${file}: ${received}. Check the path.`, [file], { cause });
  }
}
