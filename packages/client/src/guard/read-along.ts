import type { WatchableResponse } from './watchable.ts';

/** The most bytes of a body that are read along. */
const most = 1_000_000;

/** What reads all of a body at once: it is in memory then, and nobody can slow it down or cancel it any more. */
const readers = ['arrayBuffer', 'blob', 'bytes', 'json', 'text'];

/** Takes what reads the text of a body along; of one that is too long there is none. It never throws. */
type Take = (read: () => Promise<string | undefined>) => void;

const followed = new WeakSet<WatchableResponse>();

/**
 * Reads a body along once somebody reads all of it. A clone that is made any earlier would keep what a slow reader leaves,
 * load what nobody reads, and let a cancel wait until the body has ended. So a stream is left alone, and so is who reads it.
 * The response stays the same object: what reads it becomes a member of its own, which no list of members shows.
 */
export function readAlong(response: WatchableResponse, take: Take): void {
  if (followed.has(response) || Number(response.headers.get('content-length')) > most) return;
  followed.add(response);
  const { clone } = response;
  if (!clone) {
    replace(response, 'text', (read) => {
      const text = read();
      take(async () => String(await text));
      return text;
    });
    return;
  }
  for (const name of readers) {
    replace(response, name, (read) => {
      take(() => textOf(clone.call(response)));
      return read();
    });
  }
  replace(response, 'clone', () => {
    const copy = clone.call(response);
    readAlong(copy, take);
    return copy;
  });
}

/** Puts a method in the place of one of an object, for calls on that object. */
function replace(object: object, name: string, method: (original: () => unknown) => unknown): void {
  const original: unknown = Reflect.get(object, name);
  if (typeof original !== 'function') return;
  Object.defineProperty(object, name, {
    configurable: true,
    writable: true,
    value(this: unknown, ...given: unknown[]): unknown {
      const call = (): unknown => Reflect.apply(original, this, given);
      return this === object ? method(call) : call();
    },
  });
}

/** The text of a body that isn't too long; what is left of another one is not loaded for this. */
async function textOf(copy: WatchableResponse): Promise<string | undefined> {
  const reader = copy.body?.getReader?.();
  if (!reader) return copy.text();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > most) {
      // It ends when the other one does.
      reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
