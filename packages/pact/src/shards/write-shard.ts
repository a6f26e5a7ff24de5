import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isMainThread } from 'node:worker_threads';

import { maskSecrets } from '@customer-contracts/pact-files/internal';

import { triedOn } from '../api/document-variable.ts';
import { formatLine, type RecordLine } from './run-record.ts';
import { type Shard, shardsVariable, shardsDirectory } from './shard.ts';

/**
 * The process of the runner, which all of its workers have in common: what tells the shards of two runs apart that lie in
 * one directory.
 */
function runnerProcess(): number {
  const isWorker = isMainThread && (process.send !== undefined || process.env['NODE_TEST_CONTEXT'] !== undefined);
  return isWorker ? process.ppid : process.pid;
}
/** One file for each process, thread and module instance: nobody else writes to it, so nothing is lost. */
const fileName = `${nameOfOwn()}.ndjson`;

/** A name that nobody else has, and that begins with the process of the runner. */
export function nameOfOwn(): string {
  return `${runnerProcess()}-${process.pid}-${randomUUID()}`;
}

/** Lines about a pact directory that nobody but its shards gives a place to: nothing ran yet in this process. */
const waiting = new Map<string, string[]>();
const begun = new Set<string>();

/** Keeps a shard until the merge. One line at the end of a file, whatever the number of lines before. */
export function writeShard(shard: Shard): void {
  const directory = shardsPath(shard.directory);
  if (process.env[shardsVariable] === undefined) warnUnmerged(directory);
  append(directory, [...(waiting.get(directory) ?? []), formatLine(shard)].join(''));
  waiting.delete(directory);
  begun.add(directory);
}

const words = new Set<string>();

/** Keeps the word that a test was tried on a document, once for each pact directory: no pact comes of a run that has it. */
export function keepWordOfDocument(pactDirectory: string, document: string): void {
  if (words.has(pactDirectory)) return;
  words.add(pactDirectory);
  if (process.env[shardsVariable] === undefined) say(`no pact file is written: ${triedOn(document)}.`);
  else writeRecord(pactDirectory, { document });
}

/** The path of something of this name among the shards of a pact directory, which are there then. */
export function pathAmongShards(pactDirectory: string, name: string): string {
  const directory = shardsPath(pactDirectory);
  if (process.env[shardsVariable] === undefined) warnUnmerged(directory);
  makeShardsDirectory(directory);
  return join(directory, name);
}

/** Keeps a line about what is described or done. Beside the pact files only where shards are, too: it makes no folder. */
export function writeRecord(pactDirectory: string, line: Exclude<RecordLine, Shard>): void {
  const directory = shardsPath(pactDirectory);
  if (process.env[shardsVariable] !== undefined || begun.has(directory)) append(directory, formatLine(line));
  else {
    const lines = waiting.get(directory) ?? [];
    lines.push(formatLine(line));
    waiting.set(directory, lines);
  }
}

function append(directory: string, line: string): void {
  makeShardsDirectory(directory);
  appendFileSync(join(directory, fileName), line);
}

/** Where the shards of a pact directory go: the place of this run, else beside the pact files. */
export function shardsPath(directory: string): string {
  return process.env[shardsVariable] ?? join(directory, shardsDirectory);
}

const made = new Set<string>();

/** Makes a directory for shards that git does not see: they are no part of anybody's repository. */
export function makeShardsDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true });
  if (made.has(directory)) return;
  writeFileSync(join(directory, '.gitignore'), '*\n');
  made.add(directory);
}

/** The environment variable by which the vitest plugin says that it stands where it reaches no project. */
export const unreachedVariable = 'CUSTOMER_PACT_UNREACHED';

let hasWarned = false;

/**
 * Tells, once, whoever runs vitest or jest without the plugin and without the command that no pact file comes of it: the
 * run is green, and nothing else would say so.
 */
function warnUnmerged(shards: string): void {
  const { VITEST, JEST_WORKER_ID } = process.env;
  if (hasWarned || !(VITEST || JEST_WORKER_ID)) return;
  hasWarned = true;
  say(`no pact file is written, interactions are kept in ${relative(process.cwd(), shards)}. ${remedy()}.`);
}

/** Not the console, to which both runners add lines of their own. */
function say(line: string): void {
  process.stderr.write(maskSecrets(`customer-pact: ${line}\n`));
}

function remedy(): string {
  if (!process.env['VITEST']) return 'Run customer-pact merge';
  return process.env[unreachedVariable] === undefined
    ? "Add customerPactPlugin() to vitest's plugins, or run customer-pact merge"
    : "Add customerPactPlugin() to the plugins of each project, which vitest does not give the root's";
}
