import type { ApiShape } from '@customer-contracts/schemas/shapes';
/** Whether a text is of this form: its first line says so. */
export declare function isNdjson(text: string): boolean;
/**
 * What was seen of each operation, as NDJSON: docs/shapes.md describes it. The first line names the form, and the days; then comes a line for
 * each request and answer.
 *
 * @throws {DriftSourceError} when a line is otherwise, or comes twice.
 */
export declare function readNdjson(text: string, place: string): ApiShape;
/** Traffic in the form that {@link readNdjson} reads. */
export declare function formatNdjson({ source, operations }: ApiShape): string;
//# sourceMappingURL=ndjson.d.ts.map
