import { type ApiShape } from '@customer-contracts/schemas/shapes';
/** Whether what was parsed is a HAR (HTTP Archive 1.2). */
export declare function isHar(value: unknown): boolean;
/**
 * What the answers of a HAR show of the operations. Calls of other APIs are passed over, and so is what a call sends: it shows what
 * somebody sends, not what the API takes. No value is kept. `base` says which formats, limits and listed values there are, the table by default.
 *
 * @throws {DriftSourceError} when it has no answer of the operations.
 */
export declare function readHar(value: unknown, place: string, base?: ApiShape): ApiShape;
//# sourceMappingURL=har.d.ts.map
