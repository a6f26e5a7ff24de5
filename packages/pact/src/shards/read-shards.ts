import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { MergeError } from './merge-error.ts';
import { pactJsEnding, readPactJs } from './pact-js-directory.ts';
import { parseLine, type RecordLine, recordOf, type RunRecord } from './run-record.ts';
import type { Shard } from './shard.ts';

/**
 * The shards that the last run left in a directory; of a run that was divided, those of all parts. In the order of their
 * files' names.
 *
 * @throws {MergeError} when a file is not what a test left behind: cut off by a kill, say.
 */
export function readShards(directory: string): readonly Shard[] {
  return readLastRun(directory).shards;
}

/** Everything that stands in a directory that belongs to one run; throws what {@link readShards} does. */
export function readRun(directory: string): RunRecord {
  return recordOf(filesIn(directory).flatMap(readLines));
}

/** What the last run left in a directory where earlier runs may have left theirs; throws what {@link readShards} does. */
export function readLastRun(directory: string): RunRecord {
  const files = filesIn(directory);
  const parts = files.filter((file) => dirname(file) !== directory);
  if (parts.length > 0) return recordOf(parts.flatMap(readLines));
  const runs = Map.groupBy(files, runOf);
  const [last = []] = [...runs.values()].toSorted((one, other) => newest(other) - newest(one));
  return recordOf(last.flatMap(readLines));
}

/** The process of the runner, which begins the name of every file that its workers write. */
function runOf(file: string): string {
  return /^\d+/.exec(file.slice(dirname(file).length + 1))?.[0] ?? '';
}

function newest(files: readonly string[]): number {
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

function filesIn(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ndjson') || name.endsWith(pactJsEnding),
  );
  return names.toSorted().map((name) => join(directory, name));
}

function readLines(file: string): readonly RecordLine[] {
  if (file.endsWith(pactJsEnding)) return readPlace(file);
  const lines = readFileSync(file, 'utf8').split('\n');
  if (lines.pop() !== '')
    throw new MergeError(`Failed to read ${file}: its last line is cut off. Run the tests again.`, file);
  return lines.map((line, index) => {
    try {
      return parseLine(line, file);
    } catch (cause) {
      throw new MergeError(`Failed to read ${file}: line ${index + 1} is no shard. Run the tests again.`, file, {
        cause,
      });
    }
  });
}

function readPlace(place: string): readonly Shard[] {
  try {
    return readPactJs(place);
  } catch (cause) {
    throw new MergeError(`Failed to read ${place}: what pact-js wrote there is no pact. Run the tests again.`, place, {
      cause,
    });
  }
}
