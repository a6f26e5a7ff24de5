import { type ApiShape } from '@customer-contracts/schemas/shapes';

import { type References } from './references.ts';
/** Whether what was parsed is an OpenAPI document, of whatever version. */
export declare function isOpenapi(value: unknown): value is Readonly<Record<string, unknown>>;
/**
 * What an OpenAPI document, 3.0 to 3.2 or Swagger 2.0, says of the operations of the table. They are found by their operationId in any
 * case, else by method and path behind any prefix of an organization or a version; the other paths are not looked at. Of bodies JSON counts.
 *
 * @throws {MissingFile} when it refers to a file that isn't read yet.
 * @throws {DriftSourceError} when it is of another version, has none of the operations, or refers to nothing.
 */
export declare function readOpenapi(place: string, references: References): ApiShape;
//# sourceMappingURL=read-openapi.d.ts.map
