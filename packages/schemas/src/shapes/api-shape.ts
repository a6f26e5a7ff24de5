import type { Change } from './change.ts';
import type { Kinds } from './kinds.ts';

/** What a source says of the operations of the API. */
export interface ApiShape {
  /** Where it comes from. */
  readonly source: ShapeSource;
  /**
   * What it says of each operation, by its name in the table; absent where it says nothing, which means in a document that
   * there is none. Others at the same paths have a name of the document's own.
   */
  readonly operations: Readonly<Record<string, OperationShape>>;
  /** Of the table: in what it decided otherwise than the document that it is taken from, so that this is no news of a document. */
  readonly decided?: readonly DecidedDifference[];
}

/** A change that the document of the table's own version shows. Its member may end in `.*`: all that it has. */
export interface DecidedDifference extends Pick<Change, 'direction' | 'member' | 'kind' | 'what'> {
  /** Whether it is one of the answers from 400 on. */
  readonly isProblem?: boolean;
}

/** Where a shape comes from. What traffic doesn't show may exist all the same; what a document doesn't say is gone. */
export type ShapeSource =
  | { readonly kind: 'table' }
  | {
      readonly kind: 'document';
      /** The file or address. */
      readonly place: string;
      /** The version of OpenAPI: `3.1.1`. */
      readonly openapi: string;
      /** The document's own version, `info.version`; empty where it has none. */
      readonly version: string;
    }
  | {
      readonly kind: 'traffic';
      /** The file. */
      readonly place: string;
      /** The first and the last day that was recorded, `2026-11-30`; absent where nobody wrote it down. */
      readonly from?: string;
      readonly to?: string;
    };

/** What a source says of one operation. */
export interface OperationShape {
  /** In capitals. */
  readonly method: string;
  /** The path template as the source has it, the prefix of an organization or a version left out. */
  readonly path: string;
  /** Alternatives of credentials, one of which is enough; absent where the source doesn't say. An empty one needs none. */
  readonly security?: readonly (readonly Credential[])[];
  /** The parameters, those of the path first. */
  readonly parameters: readonly ParameterShape[];
  /** The request body, as JSON; absent where there is none. `isOptional` where it may be left out. */
  readonly body?: Kinds;
  /** The answers by status: `200`, `2XX`, `default`. */
  readonly responses: Readonly<Record<string, ResponseShape>>;
}

/** One credential of an alternative: all of them are needed. */
export interface Credential {
  /** The name of the security scheme. */
  readonly name: string;
  /** What goes over the wire, so that a renamed scheme is known again: `header reb-apikey`, `bearer`. */
  readonly wire: string;
}

/** A parameter of a request. */
export interface ParameterShape {
  /** In which part of the request. */
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  /** Its name; of the path the table's, whatever the source calls it. */
  readonly name: string;
  /** The decoded value. `isOptional` where it may be left out. */
  readonly kinds: Kinds;
}

/** An answer. */
export interface ResponseShape {
  /** The headers by name in lower case. */
  readonly headers: Readonly<Record<string, HeaderShape>>;
  /** The body, as JSON; absent where there is none. */
  readonly body?: Kinds;
}

/** A header of an answer. */
export interface HeaderShape {
  /** Its name as the source writes it. */
  readonly name: string;
  /** What its value is. */
  readonly kinds: Kinds;
}
