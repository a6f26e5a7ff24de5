import type { ApiShape } from '@customer-contracts/schemas/shapes';
/**
 * What a file or an address says of the operations of the API: an OpenAPI document (3.0, 3.1, JSON or YAML, in one file or
 * several), a HAR, or shapes as NDJSON. An address is read without credentials, within 30 s and 64 MiB; what its document refers to must be of the same
 * origin.
 *
 * ```ts
 * const source = await readDriftSource('openapi.json');
 * compareShapes(shapeOfTable(), source);
 * ```
 *
 * `base` is what the values of a HAR are held against, the table by default.
 *
 * @throws {DriftSourceError} when it can't be read, or says nothing of these operations.
 */
export declare function readDriftSource(place: string, base?: ApiShape): Promise<ApiShape>;
//# sourceMappingURL=read-drift-source.d.ts.map
