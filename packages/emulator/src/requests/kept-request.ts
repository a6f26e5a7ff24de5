import type { Answer } from '../http/answer.ts';
import type { LogEntry } from '../request-log.ts';

/** What is kept of a request: all else is made of it when somebody looks. */
export interface KeptRequest extends Omit<LogEntry, 'error'> {
  readonly number: number;
  /** Where the caller reached the emulator: `http://127.0.0.1:4010`. */
  readonly origin: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly sent: Uint8Array | undefined;
  readonly answer: Answer;
}

/** How many bytes of bodies are kept with it, about. */
export function bytesOf({ sent, answer }: Pick<KeptRequest, 'sent' | 'answer'>): number {
  return (sent?.length ?? 0) + (answer.body?.length ?? 0);
}
