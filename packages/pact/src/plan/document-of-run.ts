import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { isPactError, maskSecrets, PactError } from '@customer-contracts/pact-files/internal';
import { harmless } from '@customer-contracts/schemas/internal';

import { documentVariable, namedDocument } from '../api/document-variable.ts';
import type { TriedDocument } from '../api/tried-document.ts';
import { consumerPackage } from './pact-identity.ts';

/** The document that a run is to be tried on can't be read. */
export class DocumentError extends PactError {
  override name = 'DocumentError';
  /** What `CUSTOMERS_API_DOCUMENT` says. */
  readonly document: string;

  /** @internal */
  constructor(document: string, problem: string, options?: ErrorOptions) {
    const name = harmless(maskSecrets(document.replace(/\/\/[^/@]*@/, '//')));
    super(`Failed to try the tests on ${name}, which ${documentVariable} names: ${problem}`, options);
    this.document = name;
  }
}

const read = new Map<string, Promise<TriedDocument>>();

/**
 * The document that the run is tried on; `undefined` where the tests run on the table, as they do unless
 * `CUSTOMERS_API_DOCUMENT` names one, by its path from the package at `home` on. Read once in a process, and nothing is loaded for it before.
 *
 * @throws {DocumentError} when it can't be read.
 */
export async function documentOfRun(home: string = consumerPackage()): Promise<TriedDocument | undefined> {
  const named = namedDocument();
  if (named === undefined) return undefined;
  const file = fileOf(named, home);
  const known = read.get(file) ?? readDocument(named, file);
  read.set(file, known);
  return known;
}

async function readDocument(named: string, file: string): Promise<TriedDocument> {
  const [{ tryDocument }, { readDriftSource }, shapes] = await Promise.all([
    import('../api/tried-document.ts'),
    import('@customer-contracts/pact-files/api-document'),
    import('@customer-contracts/schemas/shapes'),
  ]);
  try {
    const source = await readDriftSource(file);
    if (source.source.kind === 'document') return tryDocument(basename(file), source, shapes);
    throw new DocumentError(named, 'it is no OpenAPI document. Traffic promises nothing.');
  } catch (cause) {
    if (!isPactError(cause) || cause instanceof DocumentError) throw cause;
    const { message } = cause;
    const start = `Failed to read ${file}: `;
    throw new DocumentError(named, message.startsWith(start) ? message.slice(start.length) : message, { cause });
  }
}

/** The path of a document, from the consumer's package on, or else from the working directory. */
function fileOf(named: string, home: string): string {
  if (/^https?:/i.test(named)) {
    throw new DocumentError(
      named,
      'it is an address, and all processes of a run need the same file. Download it, and give its path.',
    );
  }
  const path = /^file:/i.test(named) ? fileURLToPath(named) : named;
  const places = [resolve(home, path), resolve(path)];
  const found = places.find((place) => existsSync(place) && statSync(place).isFile());
  if (found !== undefined) return found;
  const looked = [...new Set(places)].join(' nor ');
  throw new DocumentError(
    named,
    `there is no file ${harmless(looked)}. Give the path of an OpenAPI document, from your package on.`,
  );
}
