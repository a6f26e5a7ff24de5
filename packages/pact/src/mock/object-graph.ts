import { inspect, types } from 'node:util';

/** Something that can be read of an object, by whoever prints it. */
export interface Member {
  readonly key: PropertyKey;
  readonly value: unknown;
  readonly isEnumerable: boolean;
  /** Whether the value is what a method gives that printers call: `toJSON`, `toString`, Node's own for `inspect`. */
  readonly isMethod: boolean;
}

/** What an object consists of, for somebody who has to copy it. */
export type Content =
  | { readonly kind: 'object' | 'list'; readonly members: readonly Member[] }
  /** `text` is how Node prints it, which looks behind a proxy. */
  | { readonly kind: 'error'; readonly members: readonly Member[]; readonly text: string }
  | {
      readonly kind: 'map' | 'set';
      readonly members: readonly Member[];
      readonly entries: readonly (readonly unknown[])[];
    }
  /** `text` is how Node prints it, or what its bytes say: its inside can't be copied. */
  | { readonly kind: 'text' | 'bytes'; readonly members: readonly Member[]; readonly text: string }
  | { readonly kind: 'unread'; readonly members: readonly Member[] };

/** More objects than these are not read: an error that holds a whole program. */
const mostObjects = 100_000;

/** Everything that can be reached from a value, each thing read once: getters may have an effect, or change their mind. */
export class ObjectGraph {
  readonly #contents = new Map<object, Content>();
  readonly #parents = new Map<object, Set<object>>();
  readonly #root: unknown;
  /** What is not read, because it holds no secret any more. */
  readonly clean: unknown;

  constructor(root: unknown, clean?: unknown) {
    this.#root = root;
    this.clean = clean;
    const found = new Set<object>(isReadable(root) ? [root] : []);
    // Near things come first, and the set grows as it is read.
    for (const object of found) {
      const content = found.size > mostObjects && this.#contents.size >= mostObjects ? unread : read(object);
      this.#contents.set(object, content);
      for (const child of childrenOf(content)) {
        if (!isReadable(child) || child === clean) continue;
        found.add(child);
        const parents = this.#parents.get(child) ?? new Set();
        this.#parents.set(child, parents.add(object));
      }
    }
  }

  contentOf(object: object): Content {
    return this.#contents.get(object) ?? unread;
  }

  membersOf(object: object): readonly Member[] {
    return this.contentOf(object).members;
  }

  /** Every text in the graph. */
  *texts(): Iterable<string> {
    if (typeof this.#root === 'string') yield this.#root;
    for (const content of this.#contents.values()) {
      if ('text' in content) yield content.text;
      for (const value of childrenOf(content)) if (typeof value === 'string') yield value;
    }
  }

  /** Every pair of a name and a value: members, entries, and neighbours in a list, as raw headers are. */
  *pairs(): Iterable<readonly [name: string, value: unknown]> {
    for (const content of this.#contents.values()) {
      for (const { key, value } of content.members) if (typeof key === 'string') yield [key, value];
      for (const [key, value] of 'entries' in content ? content.entries : []) {
        if (typeof key === 'string') yield [key, value];
      }
      if (content.kind !== 'list') continue;
      for (const [index, { value }] of content.members.entries()) {
        if (typeof value === 'string') yield [value, content.members[index + 1]?.value];
      }
    }
  }

  /** The objects that hold such a value, at whatever depth, and those that nobody has read. */
  whatLeadsTo(isMeant: (value: unknown) => boolean): ReadonlySet<object> {
    const found = new Set<object>();
    for (const [object, content] of this.#contents) {
      const values = 'text' in content ? [content.text, ...childrenOf(content)] : childrenOf(content);
      if (content.kind === 'unread' || values.some((value) => !isReadable(value) && isMeant(value))) found.add(object);
    }
    // The set grows while it is read.
    for (const object of found) for (const parent of this.#parents.get(object) ?? []) found.add(parent);
    return found;
  }
}

/** Whether a value can have members. */
export function isReadable(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** What a function gives; `undefined` where it throws, as getters and proxies may. */
export function attempt<Result>(get: () => Result): Result | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}

/** Whether a member can neither be replaced nor written. */
export function isKept(object: object, key: PropertyKey): boolean {
  const descriptor = attempt(() => Reflect.getOwnPropertyDescriptor(object, key));
  return descriptor?.configurable === false && descriptor.writable !== true && descriptor.set === undefined;
}

const unread: Content = { kind: 'unread', members: [] };

function childrenOf(content: Content): readonly unknown[] {
  const entries = 'entries' in content ? content.entries.flat() : [];
  return [...content.members.flatMap(({ key, value }) => [key, value]), ...entries];
}

function read(object: object): Content {
  // The environment is among what these lead to.
  if (object === globalThis || object === process) return unread;
  if (ArrayBuffer.isView(object)) return bytes(object.buffer, object.byteOffset, object.byteLength);
  if (types.isAnyArrayBuffer(object)) return bytes(object);
  const html = htmlOf(object);
  if (html !== undefined) return { kind: 'text', members: [], text: html };
  const members = membersOf(object);
  if (types.isMap(object)) return { kind: 'map', members, entries: [...Map.prototype.entries.call(object)] };
  if (types.isSet(object)) return { kind: 'set', members, entries: [...Set.prototype.entries.call(object)] };
  const isProxy = types.isProxy(object);
  if (isError(object)) return { kind: 'error', members, text: isProxy ? printed(object) : '' };
  if (isProxy || isOpaque(object, members)) return { kind: 'text', members, text: printed(object) };
  if (Array.isArray(object)) return { kind: 'list', members };
  return { kind: 'object', members };
}

/** A node of a page as runners print it; behind it stand the page, its window and all that is global. */
function htmlOf(object: object): string | undefined {
  if (types.isProxy(object) || !('nodeType' in object && 'nodeName' in object)) return undefined;
  const [html, text] = ['outerHTML', 'textContent'].map((key) => valueOf(object, key));
  return attempt(() => String(typeof html === 'string' ? html : text)) ?? '';
}

function bytes(buffer: ArrayBufferLike, offset?: number, length?: number): Content {
  return { kind: 'bytes', members: [], text: Buffer.from(buffer, offset, length).toString() };
}

function printed(object: object): string {
  // As a text and not as it is written, where a key would have a backslash before every sign.
  if (types.isRegExp(object)) return `/${object.source.replaceAll(/\\(\W)/g, '$1')}/`;
  return attempt(() => inspect(object, { depth: 6 })) ?? '[not shown]';
}

/** Errors of another realm, as jest's are, are native errors, too. */
export function isError(value: object): boolean {
  return types.isNativeError(value) || attempt(() => value instanceof Error) === true;
}

/** Whether what an object holds stands inside it, as in a `Headers`, so that a copy of its members would hold nothing. */
function isOpaque(object: object, members: readonly Member[]): boolean {
  if (typeof object === 'function' || types.isBoxedPrimitive(object) || types.isRegExp(object)) return true;
  const prototype = Reflect.getPrototypeOf(object);
  const isPlain = prototype === null || attempt(() => Reflect.getPrototypeOf(prototype)) === null;
  return !isPlain && !members.some(({ key, isEnumerable }) => typeof key === 'string' && isEnumerable);
}

/** What an object has itself, what it inherits getters for (vitest prints those, too), and what its methods say for printers. */
function membersOf(object: object): readonly Member[] {
  const members = new Map<PropertyKey, Member>();
  const add = (key: PropertyKey, isEnumerable: boolean): void => {
    if (!members.has(key)) members.set(key, { key, value: valueOf(object, key), isEnumerable, isMethod: false });
  };
  for (const key of keysOf(object)) {
    add(key, attempt(() => Reflect.getOwnPropertyDescriptor(object, key)?.enumerable) === true);
  }
  if (typeof object === 'function') return [...members.values()];
  for (let type = prototypeOf(object); type !== null; type = prototypeOf(type)) {
    for (const key of inheritedFrom(type)) {
      add(key, false);
      // A stream answers with promises that are rejected, and nobody waits for one that was only looked at.
      const value = members.get(key)?.value;
      if (types.isPromise(value)) value.catch(() => undefined);
    }
  }
  if (types.isProxy(object)) {
    // It may answer what it doesn't list, and do whatever it likes when it is called: some send what they are asked for.
    for (const key of ['name', 'message', 'stack', 'cause', 'errors']) add(key, false);
    return [...members.values()];
  }
  for (const key of ['toJSON', 'toString', inspect.custom]) {
    const said = saidBy(object, key);
    if (said !== undefined) members.set(key, { key, value: said.value, isEnumerable: false, isMethod: true });
  }
  return [...members.values()];
}

/** The length of a list comes by itself, a function's prototype is its class. */
function keysOf(object: object): readonly PropertyKey[] {
  const keys = attempt(() => Reflect.ownKeys(object)) ?? [];
  if (typeof object === 'function') return keys.filter((key) => key !== 'prototype');
  return attempt(() => Array.isArray(object)) === true ? keys.filter((key) => key !== 'length') : keys;
}

const inherited = new WeakMap<object, readonly PropertyKey[]>();

/** The members of a prototype that are no methods. Node keeps old getters, which warn, below names with an underscore. */
function inheritedFrom(type: object): readonly PropertyKey[] {
  const known = inherited.get(type);
  if (known !== undefined) return known;
  const keys = keysOf(type).filter((key) => {
    if (key === 'constructor' || (typeof key === 'string' && key.startsWith('_'))) return false;
    const descriptor = attempt(() => Reflect.getOwnPropertyDescriptor(type, key));
    return typeof descriptor?.value !== 'function';
  });
  inherited.set(type, keys);
  return keys;
}

function prototypeOf(object: object): object | null {
  return attempt(() => Reflect.getPrototypeOf(object)) ?? null;
}

/** What a getter throws is printed as well. */
function valueOf(object: object, key: PropertyKey): unknown {
  try {
    const value: unknown = Reflect.get(object, key);
    return value;
  } catch (error) {
    return error;
  }
}

/** What a method of somebody's own gives; `undefined` where there is none, or that of JavaScript itself. */
function saidBy(object: object, key: PropertyKey): { readonly value: unknown } | undefined {
  const method = attempt((): unknown => Reflect.get(object, key));
  if (typeof method !== 'function' || method === Object.prototype.toString || isNative(method)) return undefined;
  try {
    return { value: key === inspect.custom ? inspect(object, { depth: 4 }) : Reflect.apply(method, object, []) };
  } catch (error) {
    return { value: error };
  }
}

function isNative(method: object): boolean {
  return /\[native code\]\s*\}$/.test(Function.prototype.toString.call(method));
}
