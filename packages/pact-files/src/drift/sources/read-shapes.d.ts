import type { ApiShape } from '@customer-contracts/schemas/shapes';
/**
 * What a text says of the operations of the API: an OpenAPI document (3.0, 3.1, JSON or YAML), a HAR, or shapes as NDJSON. `place` is what
 * messages call it; `base` is what the values of a HAR are held against, the table by default. A document that refers to other files is for `readDriftSource`.
 *
 * @throws {DriftSourceError} when it is none of them, or says nothing of these operations.
 */
export declare function readShapes(text: string, place: string, base?: ApiShape): ApiShape;
/** The JSON or YAML of a text. @throws {DriftSourceError} when it is neither. */
export declare function parseDocument(text: string, place: string): unknown;
//# sourceMappingURL=read-shapes.d.ts.map
