import { type Kinds } from '@customer-contracts/schemas/shapes';

import { type Node, type References } from './references.ts';
/** What a document is read for. */
export interface SchemaContext {
  readonly references: References;
  /** What is sent has no read-only members, what is answered no write-only ones. */
  readonly direction: 'request' | 'response';
  /** Whether keywords beside a `$ref` count, as they do from OpenAPI 3.1 on. */
  readonly hasSiblings: boolean;
}
/**
 * Reads the schemas of an OpenAPI document. What is written in several ways is one: `nullable` and a type of null, `allOf` and
 * members in one place, a reference and what it leads to. `not`, `if` and `contains` are passed over.
 */
export declare class SchemaReader {
  #private;
  constructor(context: SchemaContext);
  /** What a schema says; anything where there is none. */
  kindsAt(node: Node): Kinds;
}
//# sourceMappingURL=schema-kinds.d.ts.map
