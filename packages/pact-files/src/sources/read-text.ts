import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync, statSync } from 'node:fs';

import { PactFileError } from '../pact-error.ts';
import { encodingOf } from './encoding-of.ts';

/** What a file says. */
export interface FileText {
  readonly text: string;
  /** Why Pact can't read it although we can. */
  readonly problem: PactFileError | undefined;
}

/** The text of a file. @throws {PactFileError} when it can't be read. */
export function readText(file: string): FileText {
  const refuse = (received: string, advice: string, cause?: unknown) =>
    new PactFileError(`Failed to read ${file}: ${received}. ${advice}`, [file], { cause });
  if (file === '')
    throw new PactFileError('Failed to read pacts: an empty path was given. Name a file or directory.', [file]);
  if (!existsSync(file)) throw refuse('there is no such file or directory', 'Check the path.');
  if (isDirectory(file)) throw refuse('it holds no pact file', 'Check the path.');
  try {
    const bytes = readFileSync(file);
    const encoding = encodingOf(bytes);
    if (encoding === 'utf-8' && isUtf8(bytes)) return { text: bytes.toString(), problem: undefined };
    const name = encoding === 'utf-8' ? 'no UTF-8,' : `UTF-16, as PowerShell's > writes it,`;
    const problem = refuse(`it is ${name} and Pact reads UTF-8 alone`, 'Save it as UTF-8 without a byte order mark.');
    return { text: new TextDecoder(encoding).decode(bytes), problem };
  } catch (cause) {
    throw refuse(cause instanceof Error ? cause.message : String(cause), 'Check the path.', cause);
  }
}

/** Whether there is a directory at a path. */
export function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
