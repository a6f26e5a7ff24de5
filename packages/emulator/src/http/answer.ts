/** What the emulator answers, before it is put on a wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; absent where the answer has no body. */
  readonly body?: string;
}

const contentType = { 'content-type': 'application/json' };

/** An answer with a body, which is JSON text already. */
export function json(status: number, body: string, headers?: Readonly<Record<string, string>>): Answer {
  return { status, headers: headers === undefined ? contentType : { ...contentType, ...headers }, body };
}

/** The answer to what was done and has nothing to say. */
export const noContent: Answer = { status: 204, headers: {} };
