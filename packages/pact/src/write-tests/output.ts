import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

import { PactError } from '@customer-contracts/pact-files/internal';

import type { Dialect } from './dialect.ts';
import type { ConsumerTests } from './draft.ts';
import { testFile } from './test-code.ts';

/** A file that is to be written. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** Whether a path is one of a file with code; anything else is a directory. */
export function isCodeFile(path: string): boolean {
  const isDirectory = existsSync(path) && statSync(path).isDirectory();
  return !isDirectory && /^\.[cm]?[jt]sx?$/.test(extname(path));
}

/**
 * The files for some consumers: one with all of them, or in a directory one for each, by its name.
 *
 * @throws {PactError} when two consumers would have one file.
 */
export function filesFor(
  out: string,
  source: string,
  consumers: readonly ConsumerTests[],
  dialect: Dialect,
): readonly OutputFile[] {
  if (isCodeFile(out)) return [{ path: out, text: testFile(source, consumers, dialect) }];
  const files = consumers.map((each) => ({
    path: join(out, `${fileNameOf(each.consumer)}.test.${dialect.language}`),
    text: testFile(source, [each], dialect),
  }));
  const twice = files.find(({ path }, index) => files.findIndex((each) => each.path === path) < index);
  if (twice === undefined) return files;
  throw new PactError(
    `Failed to write tests: two consumers would have the file ${twice.path}. Give the name of one file: --out ${join(out, `customers.test.${dialect.language}`)}.`,
  );
}

/** A consumer's name as that of a file, on every system. */
function fileNameOf(consumer: string): string {
  const plain = consumer
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 100) || 'consumer';
}

/**
 * Writes files, all of them or none.
 *
 * @throws {PactError} when one is there and may not be overwritten, or can't be written.
 */
export function writeFiles(files: readonly OutputFile[], mayOverwrite: boolean): void {
  const there = files.filter(({ path }) => existsSync(path)).map(({ path }) => path);
  if (there.length > 0 && !mayOverwrite) {
    throw new PactError(
      `Failed to write tests: ${there.join(', ')} would be overwritten. Give --force, or another place with --out.`,
    );
  }
  for (const { path, text } of files) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: mayOverwrite ? 'w' : 'wx' });
    } catch (cause) {
      const received = cause instanceof Error ? cause.message : String(cause);
      throw new PactError(`Failed to write ${path}: ${received}. Give another place with --out.`, { cause });
    }
  }
}
