import type { OperationId } from '@customer-contracts/schemas';
import { harmless } from '@customer-contracts/schemas/internal';

/** One request, and what became of it. No credentials. */
export interface LogEntry {
  /** When it came, by the emulator's clock. */
  readonly time: Date;
  readonly method: string;
  /** The path and the query, as they came. */
  readonly target: string;
  /** The operation; absent where the path or the method is none of the API's. */
  readonly operationId?: OperationId;
  /** The organization; absent where the request didn't get that far. */
  readonly organizationId?: string;
  /** The status of the answer. */
  readonly status: number;
  /** The kinds of the faults that struck it. */
  readonly faults: readonly string[];
  /** How long the emulator worked on it, in ms. */
  readonly milliseconds: number;
  /** What the emulator itself did wrong, behind a 500. */
  readonly error?: unknown;
}

/** The entry as a line of text: `12:57:32 GET /customers/cus_01 200 demo 0.3 ms`. */
export function formatLogEntry({
  time,
  method,
  target,
  status,
  organizationId,
  faults,
  milliseconds,
}: LogEntry): string {
  const struck = faults.length === 0 ? '' : ` (${faults.join(', ')})`;
  const clock = time.toISOString().slice(11, 19);
  return `${clock} ${harmless(method)} ${printable(target)} ${status} ${organizationId ?? '-'} ${milliseconds.toFixed(1)} ms${struck}`;
}

/** A target can have anything in it, and a terminal obeys control characters. */
function printable(target: string): string {
  return encodeURI(target.slice(0, 500).toWellFormed()).replaceAll('%25', '%');
}
