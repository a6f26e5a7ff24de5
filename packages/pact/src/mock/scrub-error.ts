import { inspect } from 'node:util';

import { isPactError, secretMask } from '@customer-contracts/pact-files/internal';

import { credentialsIn } from './credentials-in.ts';
import { attempt, isKept, isReadable, type Member, ObjectGraph } from './object-graph.ts';

/**
 * What a test threw, without keys and tokens: those of the environment, `secrets`, and what stands in it as the value of a
 * credential. It stays the object that was thrown, of its class. What hangs on it is replaced by copies where it holds one, and
 * never changed: an HTTP client's errors share the headers with its next request.
 *
 * Where something can't be replaced (a frozen error), the result is another object of the same class, as is a thrown text.
 * `clean` hangs on it and is scrubbed already.
 */
export function scrubError(thrown: unknown, secrets: readonly (string | undefined)[] = [], clean?: unknown): unknown {
  if (isReadable(thrown) && done.has(thrown)) return thrown;
  const graph = new ObjectGraph(thrown, clean);
  const scrubber = new Scrubber(graph, [...secrets, ...credentialsIn(graph)]);
  const scrubbed = isReadable(thrown) ? scrubber.scrubbed(thrown) : scrubber.copyOf(thrown);
  // An error of somebody else may be thrown again, and hold something else by then.
  if (isReadable(scrubbed) && isPactError(scrubbed)) done.add(scrubbed);
  return scrubbed;
}

/** Our own errors that are scrubbed: whoever comes next knows no more secrets. */
const done = new WeakSet<object>();

/** Makes copies without secrets of what a graph holds. */
class Scrubber {
  readonly #graph: ObjectGraph;
  readonly #mask: (text: string) => string;
  readonly #secrets: readonly (string | undefined)[];
  readonly #tainted: ReadonlySet<object>;
  readonly #copies = new Map<object, unknown>();

  constructor(graph: ObjectGraph, secrets: readonly (string | undefined)[]) {
    this.#graph = graph;
    this.#secrets = secrets;
    this.#mask = secretMask(secrets);
    this.#tainted = graph.whatLeadsTo((value) => this.#masked(value) !== value);
  }

  /** The object itself, scrubbed; a copy where it can't be. */
  scrubbed(target: object): unknown {
    if (!this.#tainted.has(target)) return target;
    this.#scrub(target);
    return this.#stillShows(target) ? this.copyOf(target) : target;
  }

  /** Replaces the members of an object that hold a secret, whatever they are, as far as they let themselves be replaced. */
  #scrub(target: object): void {
    for (const member of this.#graph.membersOf(target)) {
      const value = this.copyOf(member.value);
      const key = this.#maskedKey(member.key);
      if (key !== member.key) attempt(() => Reflect.deleteProperty(target, member.key));
      if (key !== member.key || value !== member.value) define(target, { ...member, key, value });
    }
  }

  /** Whether a secret can still be seen in an object that was scrubbed: by its members, or as Node prints it. */
  #stillShows(target: object): boolean {
    const printed = attempt(() => inspect(target, { depth: 4 })) ?? '';
    return this.#mask(printed) !== printed || this.#again(target).#tainted.has(target);
  }

  #again(target: object): Scrubber {
    return new Scrubber(new ObjectGraph(target, this.#graph.clean), this.#secrets);
  }

  /** A value without secrets: the value itself where it holds none. */
  copyOf(value: unknown): unknown {
    if (!isReadable(value)) return this.#masked(value);
    if (!this.#tainted.has(value)) return value;
    if (!this.#copies.has(value)) this.#copy(value);
    return this.#copies.get(value);
  }

  #copy(original: object): void {
    const content = this.#graph.contentOf(original);
    if (content.kind === 'bytes') this.#copies.set(original, Buffer.from(this.#mask(content.text)));
    else if (content.kind === 'text') this.#copies.set(original, this.#mask(content.text));
    else if (content.kind === 'unread') this.#copies.set(original, '[not shown]');
    else if (content.kind === 'map') {
      const copy = new Map<unknown, unknown>();
      this.#copies.set(original, copy);
      for (const [key, value] of content.entries) copy.set(this.copyOf(key), this.copyOf(value));
    } else if (content.kind === 'set') {
      const copy = new Set<unknown>();
      this.#copies.set(original, copy);
      for (const [value] of content.entries) copy.add(this.copyOf(value));
    } else {
      const copy = shellOf(original, content.kind);
      this.#copies.set(original, copy);
      for (const member of content.members) {
        define(copy, { ...member, key: this.#maskedKey(member.key), value: this.copyOf(member.value) });
      }
    }
  }

  #masked(value: unknown): unknown {
    if (typeof value === 'string' || typeof value === 'symbol') return this.#maskedKey(value);
    if (typeof value !== 'number' && typeof value !== 'bigint') return value;
    const text = String(value);
    const masked = this.#mask(text);
    return masked === text ? value : masked;
  }

  #maskedKey(key: PropertyKey): PropertyKey {
    if (typeof key !== 'symbol') return this.#mask(String(key));
    const description = key.description ?? '';
    const masked = this.#mask(description);
    return masked === description ? key : Symbol(masked);
  }
}

/** An object of the class of another, without its members. */
function shellOf(original: object, kind: 'error' | 'list' | 'object'): object {
  if (kind === 'list') return [];
  const prototype = attempt(() => Reflect.getPrototypeOf(original)) ?? null;
  // Only a native error is printed and sent to other processes as one.
  const shell = kind === 'error' ? new Error() : {};
  Reflect.deleteProperty(shell, 'stack');
  Reflect.setPrototypeOf(shell, prototype);
  return shell;
}

/** Gives an object a member, as far as it takes it. */
function define(target: object, { key, value, isEnumerable, isMethod }: Member): void {
  const shown = isMethod ? () => value : value;
  const descriptor = { value: shown, enumerable: isEnumerable, writable: true, configurable: true };
  if (attempt(() => Reflect.defineProperty(target, key, descriptor)) !== true) {
    // One that can't be configured can be written all the same.
    if (!isKept(target, key)) attempt(() => Reflect.set(target, key, shown));
  }
}
