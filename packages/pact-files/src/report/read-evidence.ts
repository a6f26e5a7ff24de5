import { existsSync } from 'node:fs';

import type { Cell } from '@customer-contracts/schemas';
import { parseEvidence, type Standing, standingsBy } from '@customer-contracts/schemas/evidence';

import { PactFileError } from '../pact-error.ts';
import { isDirectory, readText } from '../sources/read-text.ts';

/**
 * What each documented answer rests on, by evidence that `customer-seed evidence` has recorded, or by other shapes as NDJSON.
 *
 * @throws {PactFileError} when it can't be read.
 * @example
 * const cells = coverage(readPacts('pacts'), [], readEvidence('customers-api.evidence.ndjson'));
 */
export function readEvidence(file: string): (cell: Cell) => Standing {
  const refuse = (received: string, advice: string, cause?: unknown) =>
    new PactFileError(`Failed to read ${file}: ${received}. ${advice}`, [file], { cause });
  if (!existsSync(file)) throw refuse('there is no such file', 'Record some: customer-seed evidence --to URL.');
  if (isDirectory(file)) throw refuse('it is a directory', 'Name the file in it.');
  return standingsBy(parseEvidence(readText(file).text, file, refuse));
}
