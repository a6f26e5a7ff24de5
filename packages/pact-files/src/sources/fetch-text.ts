import { encodingOf } from './encoding-of.ts';
import { proxyFor } from './proxy.ts';

/** How long an answer may take, in milliseconds, and how large it may be, in bytes. */
const patience = 30_000;
const most = 64 * 1024 * 1024;

/** Why an address has no text for us, and what to do about it. */
export class FetchProblem {
  readonly received: string;
  readonly advice: string;
  readonly cause: unknown;

  constructor(received: string, advice: string, cause?: unknown) {
    this.received = received;
    this.advice = advice;
    this.cause = cause;
  }
}

/**
 * The text at an address. No credentials are sent.
 *
 * @returns the problem where there is none: nothing answers within 30 s, or not with 2xx, or with more than 64 MiB.
 */
export async function fetchText(url: string): Promise<string | FetchProblem> {
  const { username, password } = new URL(url);
  if (username !== '' || password !== '')
    return new FetchProblem('its address holds credentials', 'Download it, and hand in the file.');
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) {
      await response.body?.cancel();
      return new FetchProblem(`it answers ${response.status}`, 'Check the address.');
    }
    const bytes = await readBounded(response);
    if (bytes === undefined) return new FetchProblem('it is larger than 64 MiB', 'Hand in a smaller one.');
    return new TextDecoder(encodingOf(bytes)).decode(bytes);
  } catch (cause) {
    const received = signal.aborted ? `no answer within ${patience / 1000} s` : 'nothing answers';
    const advice = proxyFor(url)
      ? 'Check the address, or set NODE_USE_ENV_PROXY=1 (Node 22.21 or later) to go through the proxy.'
      : 'Check the address.';
    return new FetchProblem(received, advice, cause);
  }
}

/** The bytes of an answer; `undefined` where they are too many. */
async function readBounded(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
