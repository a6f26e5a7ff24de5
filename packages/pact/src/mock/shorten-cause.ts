import { attempt, isError, isReadable } from './object-graph.ts';

/** An error in the few lines that stand below another one. */
export interface ShortError {
  readonly name: string;
  /** In one line. */
  readonly message: string;
  /** With the frames of the test and its client alone. */
  readonly stack: string;
}

/** Of an error that has no better one: what its class is called may be anything. */
const fallback = 'Error';

/**
 * Keeps runners from printing pages below a mismatch: what a client threw on the mock's answer is only what follows from it. Its
 * stack begins with one line and ends where the harness begins, and its configuration, requests and answers are there for
 * whoever asks, and listed no more.
 */
export function shortenCause(cause: unknown): void {
  const short = shortOf(cause);
  if (short === undefined || !isReadable(cause)) return;
  const { stack: value } = short;
  attempt(() =>
    Reflect.defineProperty(cause, 'stack', { value, enumerable: false, writable: true, configurable: true }),
  );
  for (const [key, { value: member }] of Object.entries(Object.getOwnPropertyDescriptors(cause))) {
    if (isReadable(member)) attempt(() => Reflect.defineProperty(cause, key, { enumerable: false }));
  }
  shortenCause(attempt((): unknown => Reflect.get(cause, 'cause')));
}

/** What is said about an error in a few lines; `undefined` for anything else. */
export function shortOf(error: unknown): ShortError | undefined {
  if (!isReadable(error) || !isError(error)) return undefined;
  const [name = fallback, message = '', stack = ''] = ['name', 'message', 'stack'].map((key) => {
    const text = attempt((): unknown => Reflect.get(error, key));
    return typeof text === 'string' ? text : undefined;
  });
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const harness = frames.findIndex((line) => line.includes('outcomeOf'));
  const shown = harness < 0 ? frames : frames.slice(0, harness);
  const line = inOneLine(message);
  return { name, message: line, stack: [`${name}: ${line}`, ...shown].join('\n') };
}

/** Longer lines than this are no sentence. */
const longest = 200;

function inOneLine(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
