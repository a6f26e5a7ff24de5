import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';

import type { BadRecord, Reachable, Records, SeedRecord } from '../records.ts';
import { type PayloadProblem, PayloadError } from '../seed-error.ts';
import type { Range } from '../shard.ts';
import { LineIndex } from './line-index.ts';
import { digestOf, PayloadFile } from './payload-file.ts';
import { reachableBy } from './reachable.ts';
import { type LineRecord, longestLine, readRecord } from './read-record.ts';

/** How many of the records that can't be written an error names. */
const mostNamed = 100;

/**
 * The records of a payload: on each line the JSON of a `CustomerInput` with an `id`. It is read once as a whole, so that every
 * mistake in it is known before anything is written; and then line by line, each of which is still what it was, or the run ends.
 *
 * @param path the file; `-` for standard input.
 * @param goesOn whether records that can't be written are passed over: they are walked as such.
 * @throws {PayloadError} when it can't be read, holds no record, or one that can't be written.
 */
export async function payloadRecords(path: string, goesOn: boolean, signal?: AbortSignal): Promise<Records> {
  const file = new PayloadFile(path);
  try {
    return await read(file, goesOn, signal);
  } catch (error) {
    file[Symbol.dispose]();
    throw error;
  }
}

async function read(file: PayloadFile, goesOn: boolean, signal?: AbortSignal): Promise<Records> {
  const lines = new LineIndex();
  let bad = 0;
  const named: PayloadProblem[] = [];
  let reachable: Reachable | undefined;
  const digest = createHash('sha256');
  for await (const { bytes, ...place } of file.lines(signal)) {
    const record = readRecord(bytes);
    const index = lines.count;
    lines.add(place, digestOf(bytes), record.id === undefined ? 0n : digestOf(record.id));
    digest.update(bytes).update('\n');
    const reason = reasonAgainst(record, index, lines);
    if (reason !== undefined) {
      bad += 1;
      if (named.length < mostNamed) named.push({ line: place.line, id: record.id, reason });
      continue;
    }
    const how = 'body' in record ? reachableBy(record.body) : undefined;
    if (how === undefined) continue;
    const first = reachable?.first ?? `${file.name} line ${place.line}, ${how}`;
    reachable = { records: (reachable?.records ?? 0) + 1, first };
  }
  if (lines.count === 0) throw file.refusal('there is no record in it', 'Give one JSON object on each line.');
  if (bad > 0 && !goesOn) {
    const received = `${bad} of its ${lines.count} records can't be written`;
    throw new PayloadError(file.name, received, 'Mend them, or go on without them: --rejects FILE.', named);
  }
  const wholeDigest = digest.digest('hex');

  function* walk({ from, to }: Range): Generator<SeedRecord | BadRecord, void, undefined> {
    for (let index = from; index < Math.min(to, lines.count); index += 1) {
      const bytes = file.lineAt(lines.placeAt(index), lines.digestAt(index));
      const record = readRecord(bytes);
      const reason = reasonAgainst(record, index, lines);
      if ('body' in record && reason === undefined) yield { index, ...record };
      else yield { index, id: record.id, reason: reason ?? '', ...given(bytes) };
    }
  }
  return {
    count: lines.count,
    description: `payload=sha256:${wholeDigest}`,
    reachable,
    walk,
    place: ({ index }) => `${file.name} line ${lines.placeAt(index).line}`,
    proveUnchanged: () => file.proveUnchanged(wholeDigest, () => digestNow(file)),
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
}

/** Why a record can't be written; `undefined` where it can. */
function reasonAgainst(record: LineRecord, index: number, lines: LineIndex): string | undefined {
  if ('reason' in record) return record.reason;
  const first = lines.firstWithId(index);
  return first === index ? undefined : `${record.id} is the id of line ${lines.placeAt(first).line} too`;
}

/** A line as it was given, in the form that JSON has for it; nothing of one that is too long. */
function given(bytes: Buffer): Pick<BadRecord, 'text' | 'base64'> {
  if (bytes.length > longestLine) return {};
  return isUtf8(bytes) ? { text: bytes.toString() } : { base64: bytes.toString('base64') };
}

async function digestNow(file: PayloadFile): Promise<string> {
  const digest = createHash('sha256');
  for await (const { bytes } of file.lines(undefined)) digest.update(bytes).update('\n');
  return digest.digest('hex');
}
