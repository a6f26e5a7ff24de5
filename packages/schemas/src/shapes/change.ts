import type { Kinds } from './kinds.ts';

/** One thing that a source says otherwise than the base. */
export interface Change {
  /** The operation's name in the table; of one that the table hasn't, the document's. */
  readonly operation: string;
  /** The status of the answer; null for a request, and for the operation as a whole. Of `5XX` the first, 500. */
  readonly status: number | null;
  /** What is sent, or what is answered. */
  readonly direction: 'request' | 'response';
  /** In which part of it. */
  readonly in: 'operation' | 'path' | 'query' | 'header' | 'cookie' | 'body';
  /** Where in a body: `primaryAddress.emails[].value`, empty for the whole, `*` for members of any name. Else the name of the parameter or header. */
  readonly member: string;
  /** What kind of change it is. */
  readonly kind: ChangeKind;
  /** The change in a few words, behind the name of the member: `may be null`. */
  readonly what: string;
  /** What the base says of the place; absent where it has none. */
  readonly base?: Kinds;
  /** What the source says of it; absent where it has none. */
  readonly source?: Kinds;
  /** Of `enum-value-added` and `enum-value-removed`: the values. None where the list itself came or went. */
  readonly values?: readonly (string | number | boolean)[];
}

/** What can change. */
export type ChangeKind =
  | 'operation-added'
  | 'operation-removed'
  | 'enum-value-added'
  | 'enum-value-removed'
  | 'became-nullable'
  | 'no-longer-nullable'
  | 'became-optional'
  | 'became-required'
  | 'member-added'
  | 'member-removed'
  | 'type-changed'
  | 'format-changed'
  | 'limit-changed'
  | 'status-added'
  | 'status-removed'
  | 'header-added'
  | 'header-removed'
  | 'parameter-added'
  | 'parameter-removed'
  | 'parameter-required'
  | 'security-changed';
