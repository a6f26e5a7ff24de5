import type { OperationId } from '@customer-contracts/schemas';

import type { Answer } from '../http/answer.ts';

/** What is kept of a request: it is made for every one, so all else is made of it when somebody looks. */
export interface KeptRequest {
  readonly number: number;
  /** When it was answered, by the emulator's clock. */
  readonly time: Date;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly operationId: OperationId | undefined;
  readonly organizationId: string | undefined;
  /** Where the caller reached the emulator: `http://127.0.0.1:4010`. */
  readonly origin: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly sent: Uint8Array | undefined;
  readonly answer: Answer;
  /** The kinds of the faults that struck it. */
  readonly faults: readonly string[] | undefined;
  /** How long the emulator worked on it, in ms. */
  readonly milliseconds: number;
}

/** How many bytes of bodies are kept with it, about. */
export function bytesOf({ sent, answer }: KeptRequest): number {
  return (sent?.length ?? 0) + (answer.body?.length ?? 0);
}
