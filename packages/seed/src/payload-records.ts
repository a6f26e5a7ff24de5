import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

import { CustomerInput, PathId } from '@customer-contracts/schemas';
import * as z from 'zod';

import type { Records, SeedRecord } from './records.ts';
import { PayloadError } from './seed-error.ts';
import type { Range } from './shard.ts';

/** A payment token works once, so that nothing which carries one can be written again after a fault. */
const Line = z.strictObject({ id: PathId, ...CustomerInput.omit({ paymentToken: true }).shape });

/**
 * The records of a file: on each line the JSON of a `CustomerInput` with an `id`. The file is read once as a whole, so
 * that a mistake in its last line is known before anything is written; it must not change afterwards.
 *
 * @throws {PayloadError} when it can't be read, or a line of it can't be written.
 */
export async function payloadRecords(file: string): Promise<Records> {
  const digest = createHash('sha256');
  const lineOf = new Map<string, number>();
  for await (const [text, line] of linesOf(file)) {
    const { id } = read(file, text, line);
    const before = lineOf.get(id);
    if (before !== undefined) {
      throw new PayloadError(file, line, `${id} is the id of line ${before} too`, 'Give each record an id of its own.');
    }
    lineOf.set(id, line);
    digest.update(text).update('\n');
  }
  if (lineOf.size === 0) {
    throw new PayloadError(file, undefined, 'there is no record in it', 'Give one JSON object on each line.');
  }
  async function* walk({ from, to }: Range): AsyncGenerator<SeedRecord, void, undefined> {
    let index = -1;
    for await (const [text, line] of linesOf(file)) {
      index += 1;
      if (index >= to) return;
      if (index < from) continue;
      const { id, ...body } = read(file, text, line);
      yield { index, id, body };
    }
  }
  return {
    count: lineOf.size,
    description: `payload=sha256:${digest.digest('hex')}`,
    walk,
    place: ({ id }) => `${file} line ${lineOf.get(id)}`,
  };
}

/** The lines that aren't empty, with their numbers from 1. */
async function* linesOf(file: string): AsyncGenerator<readonly [text: string, line: number], void, undefined> {
  let line = 0;
  try {
    for await (const read of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      line += 1;
      // Some editors begin a file with a byte order mark, which JSON has no place for.
      const text = line === 1 ? read.replace(/^\uFEFF/, '') : read;
      if (text.trim() !== '') yield [text, line];
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PayloadError(file, undefined, reason, 'Name a file that can be read.', { cause });
  }
}

function read(file: string, text: string, line: number): z.output<typeof Line> {
  const { success, data, error } = Line.safeParse(parsed(file, text, line));
  if (success) return data;
  const broken = error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  throw new PayloadError(file, line, broken.join('; '), 'Give an id and what CustomerInput has, except paymentToken.');
}

function parsed(file: string, text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PayloadError(file, line, 'it is not JSON', 'Give one JSON object on each line.', { cause });
  }
}
