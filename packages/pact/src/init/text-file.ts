import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { isSystemError, whyNotWritten } from '@customer-contracts/command';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type * as z from 'zod';

import { InitError } from './init-error.ts';

/** Reads a file. @returns `undefined` where there is none. @throws {InitError} where it can't be read. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    if (isSystemError(cause) && ['ENOENT', 'ENOTDIR'].includes(cause.code)) return undefined;
    throw new InitError(`Failed to read ${path}: ${String(cause)}. Make it readable.`, path, { cause });
  }
}

/** What a file of JSON must be, and whether comments and commas at the end may stand in it. */
interface JsonKind<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly comments: boolean;
}

/**
 * Reads what is needed of a file of JSON.
 *
 * @returns it with the text; `undefined` where there is no file.
 * @throws {InitError} with the place where it is broken.
 */
export function readJson<Schema extends z.ZodType>(
  path: string,
  { schema, comments }: JsonKind<Schema>,
): { readonly value: z.output<Schema>; readonly text: string } | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  const errors: ParseError[] = [];
  const json: unknown = parse(text, errors, { disallowComments: !comments, allowTrailingComma: comments });
  const [broken] = errors;
  if (broken !== undefined) {
    const line = text.slice(0, broken.offset).split('\n').length;
    throw new InitError(
      `Failed to read ${path}: it is not JSON at line ${line} (${printParseErrorCode(broken.error)}). Correct it.`,
      path,
    );
  }
  const { data, error } = schema.safeParse(json);
  if (data !== undefined) return { value: data, text };
  const [issue] = error?.issues ?? [];
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new InitError(`Failed to read ${path}: ${place}${issue?.message ?? 'it is empty'}. Correct it.`, path);
}

/**
 * Writes a file whole: a full disk, or an end in the middle, leaves what was there.
 *
 * @throws {InitError} where it can't be written.
 */
export function writeText(path: string, text: string): void {
  const target = linked(path);
  const unfinished = join(dirname(target), `.${process.pid}.customer-pact`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(unfinished, text);
    const mode = statSync(target, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined) chmodSync(unfinished, mode);
    renameSync(unfinished, target);
  } catch (cause) {
    try {
      rmSync(unfinished, { force: true });
    } catch {
      // It could not even be made.
    }
    if (isSystemError(cause)) throw new InitError(whyNotWritten(path, cause), path, { cause });
    throw cause;
  }
}

/** What a link leads to. */
function linked(path: string): string {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? realpathSync(path) : path;
}
