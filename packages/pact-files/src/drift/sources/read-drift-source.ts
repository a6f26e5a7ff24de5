import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import type { ApiShape } from '@customer-contracts/schemas/shapes';

import { jsonOf } from '../../json/json-of.ts';
import { FetchProblem, fetchText } from '../../sources/fetch-text.ts';
import { isDirectory, readText } from '../../sources/read-text.ts';
import { DriftSourceError } from './drift-source-error.ts';
import { callsIn, type HarCalls, isHar, readHar } from './har.ts';
import { isOpenapi } from './openapi/read-openapi.ts';
import { MissingFile, References } from './openapi/references.ts';
import { parseDocument, readDocument, readShapes } from './read-shapes.ts';

/** How many files one document may be made of. */
const mostFiles = 5_000;

/**
 * What a file or an address says of the operations of the API: an OpenAPI document (3.0, 3.1, JSON or YAML, in one file or
 * several), a HAR, or shapes as NDJSON. An address is read without credentials, within 30 s and 64 MiB; what its document refers to must be of the same
 * origin.
 *
 * ```ts
 * const source = await readDriftSource('openapi.json');
 * compareShapes(shapeOfTable(), source);
 * ```
 *
 * `base` is what the values of a HAR are held against, the table by default.
 *
 * @throws {DriftSourceError} when it can't be read, or says nothing of these operations.
 */
export async function readDriftSource(place: string, base?: ApiShape): Promise<ApiShape> {
  const text = await textAt(place, place);
  if (!mayHaveFiles(text)) return readShapes(text, place, base);
  const parsed = parseDocument(text.replace(/^\uFEFF/, ''), place);
  return isOpenapi(parsed) ? readFiles(place, parsed) : readShapes(text, place, base);
}

/** The calls of a HAR, and what their answers show of the operations, all together. */
export interface Traffic extends HarCalls {
  readonly shape: ApiShape;
}

/**
 * The calls of a HAR: of a file, or of an address that ends in `.har`. `undefined` where something else stands there.
 *
 * @throws {DriftSourceError} when it can't be read, is called a HAR and is none, or has no call of the operations.
 */
export async function readTraffic(place: string): Promise<Traffic | undefined> {
  const isCalledHar = /\.har$/i.test(isAddress(place) ? new URL(place).pathname : place);
  if (!isCalledHar && (isAddress(place) || !existsSync(place) || isDirectory(place))) return undefined;
  const parsed = jsonOf((await textAt(place, place)).replace(/^\uFEFF/, ''));
  if (isHar(parsed)) return { ...callsIn(parsed, place), shape: readHar(parsed, place) };
  if (!isCalledHar) return undefined;
  throw new DriftSourceError(place, 'it is no HAR', 'Hand in one of version 1.2, as browsers and proxies save it.');
}

/** Whether a text may be a document that refers to other files. */
function mayHaveFiles(text: string): boolean {
  return /\$ref["']?\s*:\s*["']?[^"'\s#]/.test(text);
}

/** Reads a document again and again, each time with one more of the files that it refers to: only some of them are about these operations. */
async function readFiles(place: string, document: unknown): Promise<ApiShape> {
  const files = new Map<string, unknown>([[place, document]]);
  const references = new References(place, files, isAddress(place) ? joinAddress : joinPath);
  while (files.size <= mostFiles) {
    try {
      return readDocument(document, references, place);
    } catch (error) {
      if (!(error instanceof MissingFile)) throw error;
      const { file } = error;
      files.set(file, parseDocument(await textAt(file, place), file));
    }
  }
  throw new DriftSourceError(place, `it is made of more than ${mostFiles} files`, 'Bundle it into one.');
}

async function textAt(file: string, place: string): Promise<string> {
  return isAddress(file) ? textAtAddress(file, place) : textOfFile(file);
}

async function textAtAddress(url: string, place: string): Promise<string> {
  if (isAddress(place) && new URL(url).origin !== new URL(place).origin)
    throw new DriftSourceError(place, `it refers to ${new URL(url).origin}`, 'Bundle the document into one file.');
  const text = await fetchText(url);
  if (!(text instanceof FetchProblem)) return text;
  const { received, advice, cause } = text;
  throw new DriftSourceError(withoutCredentials(url), received, advice, { cause });
}

function withoutCredentials(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}

function textOfFile(file: string): string {
  if (!existsSync(file)) throw new DriftSourceError(file, 'there is no such file', 'Check the path.');
  if (isDirectory(file)) throw new DriftSourceError(file, 'it is a directory', 'Name the file in it.');
  return readText(file).text;
}

function isAddress(place: string): boolean {
  return /^https?:\/\//i.test(place);
}

function joinPath(reference: string, from: string): string {
  return resolve(dirname(from), reference);
}

function joinAddress(reference: string, from: string): string {
  return new URL(reference, from).href;
}
