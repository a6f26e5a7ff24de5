/**
 * What changed in the API, and when: the dates of its documents since 2017, as data. It loads no zod, and nobody pays for it who
 * doesn't import it.
 *
 * @module
 */

export { changes, knownUntil } from './history/changes.ts';
export { type Before, type DatedChange, isUndated } from './history/dated-change.ts';
export type { OpenapiDocument } from './history/openapi-model.ts';
export { openapiAt } from './history/openapi-at.ts';
export { replay, type Replayed } from './history/replay.ts';
