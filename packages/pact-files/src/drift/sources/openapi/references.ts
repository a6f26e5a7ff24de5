import { isList, isRecord } from '../../../json/json-value.ts';
import { DriftSourceError } from '../drift-source-error.ts';

/** A place of a document: what stands there, and in which of its files. */
export interface Node {
  readonly value: unknown;
  readonly file: string;
}

/** The files of a document, by path or address, as far as they are read. */
export type DocumentFiles = ReadonlyMap<string, unknown>;

/** A document refers to a file that isn't read yet. Whoever has files reads it, and tries again. */
export class MissingFile extends Error {
  override name = 'MissingFile';
  readonly file: string;

  constructor(file: string) {
    super(`${file} isn't read yet`);
    this.file = file;
  }
}

/** Follows the `$ref`s of a document. */
export class References {
  readonly #files: DocumentFiles;
  /** Where a relative reference leads from a file; `undefined` where there are no other files. */
  readonly #resolve: ((reference: string, from: string) => string) | undefined;
  readonly #source: string;

  constructor(source: string, files: DocumentFiles, resolve?: (reference: string, from: string) => string) {
    this.#source = source;
    this.#files = files;
    this.#resolve = resolve;
  }

  /** The document itself. */
  get root(): Node {
    return { value: this.#files.get(this.#source), file: this.#source };
  }

  /** What a node is once its `$ref` is followed, as parameters, answers, headers, bodies and paths have it: what stands beside it doesn't count. */
  follow(node: Node): Node {
    const seen = new Set<unknown>();
    let current = node;
    for (let reference = referenceOf(current); reference !== undefined; reference = referenceOf(current)) {
      if (seen.has(current.value)) throw this.#refuse(`its $ref ${reference} leads back to itself`);
      seen.add(current.value);
      current = this.target(reference, current.file);
    }
    return current;
  }

  /**
   * Where a reference leads.
   *
   * @throws {MissingFile} when its file isn't read yet.
   * @throws {DriftSourceError} when there is nothing.
   */
  target(reference: string, from: string): Node {
    const [path, pointer = ''] = splitOnce(reference, '#');
    const file = path === '' ? from : this.#fileOf(path, from, reference);
    if (!this.#files.has(file)) throw new MissingFile(file);
    const steps = pointer.split('/').slice(1).map(decoded);
    const value = steps.reduce<unknown>(stepInto, this.#files.get(file));
    if (value === undefined || (pointer !== '' && !pointer.startsWith('/')))
      throw this.#refuse(`its $ref ${reference} leads nowhere`);
    return { value, file };
  }

  #fileOf(path: string, from: string, reference: string): string {
    if (this.#resolve === undefined) throw this.#refuse(`its $ref ${reference} leads to another file`);
    return this.#resolve(unescaped(path), from);
  }

  #refuse(received: string): DriftSourceError {
    return new DriftSourceError(this.#source, received, 'Bundle the document into one file, or correct it.');
  }
}

/** The `$ref` of a node. */
export function referenceOf({ value }: Node): string | undefined {
  const reference = isRecord(value) ? value['$ref'] : undefined;
  return typeof reference === 'string' ? reference : undefined;
}

/** A member of what stands at a node. */
export function inside({ value, file }: Node, name: string): Node {
  return { value: stepInto(value, name), file };
}

/** The members of an object at a node. */
export function entries(node: Node): readonly (readonly [string, Node])[] {
  return isRecord(node.value) ? Object.keys(node.value).map((name) => [name, inside(node, name)]) : [];
}

/** The elements of a list at a node. */
export function elements({ value, file }: Node): readonly Node[] {
  return isList(value) ? value.map((each) => ({ value: each, file })) : [];
}

function stepInto(value: unknown, step: string): unknown {
  if (isList(value)) return /^\d+$/.test(step) ? value[Number(step)] : undefined;
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** A step of a JSON pointer (RFC 6901), which may be percent-encoded in a reference. */
function decoded(step: string): string {
  return unescaped(step).replaceAll('~1', '/').replaceAll('~0', '~');
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function splitOnce(text: string, mark: string): readonly [string, string?] {
  const index = text.indexOf(mark);
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
