/** A place of a document: what stands there, and in which of its files. */
export interface Node {
  readonly value: unknown;
  readonly file: string;
}
/** The files of a document, by path or address, as far as they are read. */
export type DocumentFiles = ReadonlyMap<string, unknown>;
/** A document refers to a file that isn't read yet. Whoever has files reads it, and tries again. */
export declare class MissingFile extends Error {
  name: string;
  readonly file: string;
  constructor(file: string);
}
/** Follows the `$ref`s of a document. */
export declare class References {
  #private;
  constructor(source: string, files: DocumentFiles, resolve?: (reference: string, from: string) => string);
  /** The document itself. */
  get root(): Node;
  /** What a node is once its `$ref` is followed, as parameters, answers, headers, bodies and paths have it: what stands beside it doesn't count. */
  follow(node: Node): Node;
  /**
   * Where a reference leads.
   *
   * @throws {MissingFile} when its file isn't read yet.
   * @throws {DriftSourceError} when there is nothing.
   */
  target(reference: string, from: string): Node;
}
/** The `$ref` of a node. */
export declare function referenceOf({ value }: Node): string | undefined;
/** A member of what stands at a node. */
export declare function inside({ value, file }: Node, name: string): Node;
/** The members of an object at a node. */
export declare function entries(node: Node): readonly (readonly [string, Node])[];
/** The elements of a list at a node. */
export declare function elements({ value, file }: Node): readonly Node[];
//# sourceMappingURL=references.d.ts.map
