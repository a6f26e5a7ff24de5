/**
 * A `fetch` that hears when an answer is otherwise than the API promises, or than your contract tested. It loads no zod.
 *
 * @module
 */

export { watchResponses, type WatchedFetch } from './guard/watch-responses.ts';
export type { WatchOptions } from './guard/watch-options.ts';
export type { WatchCounts } from './guard/drift-log.ts';
export type { ResponseDrift, ResponseDriftKind } from './guard/response-drift.ts';
export type { FetchInit, FetchInput, WatchableResponse } from './guard/watchable.ts';
export type { HttpHeaders } from './http-fetch.ts';
export type { TestedAnswers } from '@customer-contracts/schemas/promised';
export { InvalidOptionsError } from './invalid-options-error.ts';
