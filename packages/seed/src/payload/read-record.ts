import { isUtf8 } from 'node:buffer';

import { CustomerInput } from '@customer-contracts/schemas';
import { harmless } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import { RecordId } from '../record-id.ts';
import { silentChanges } from './silent-changes.ts';

/** The longest line, in bytes: a thousand times what a customer takes. */
export const longestLine = 1_000_000;

/** How much of what is wrong with a line is told, in characters: a line may be all mistakes. */
const longestReason = 500;

/** What a line of a payload holds: a record, or the reason why it can't be written. */
export type LineRecord =
  | { readonly id: string; readonly body: CustomerInput }
  | { readonly id?: string | undefined; readonly reason: string };

/** A payment token works once, so that nothing which carries one can be written again after a fault. */
const Line = z.strictObject({
  id: RecordId,
  ...CustomerInput.omit({ paymentToken: true }).shape,
});

/** Reads a line: the JSON of a `CustomerInput` with an `id`, in UTF-8. */
export function readRecord(bytes: Uint8Array): LineRecord {
  if (bytes.length > longestLine) return { reason: `it is longer than ${longestLine} bytes` };
  if (!isUtf8(bytes)) return { reason: `it is not UTF-8${byteIn(bytes)}` };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: 'it is not JSON' };
  }
  const id = idOf(value);
  const changes = silentChanges(text).map(({ member, reason }) => ({ path: member, message: reason }));
  if (changes.length > 0) return { id, reason: inWords(changes) };
  const { success, data, error } = Line.safeParse(value);
  if (success) {
    const { id, ...body } = data;
    return { id, body };
  }
  return { id, reason: inWords(error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))) };
}

function idOf(value: unknown): string | undefined {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined;
  return typeof id === 'string' ? id : undefined;
}

function inWords(issues: readonly { readonly path: string; readonly message: string }[]): string {
  const words = issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ');
  return harmless(words.length > longestReason ? `${words.slice(0, longestReason)}...` : words);
}

/** The first character that isn't one: its first byte, and where that is. */
function byteIn(bytes: Uint8Array): string {
  let at = 0;
  for (let length = 1; at < bytes.length; at += length) {
    const lead = bytes[at] ?? 0;
    length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length > 1 && !isUtf8(bytes.subarray(at, at + length))) break;
  }
  return `: byte ${at + 1} is 0x${(bytes[at] ?? 0).toString(16)}`;
}
