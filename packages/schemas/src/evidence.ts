/**
 * What the API has been seen to do, written down and read again: shapes as NDJSON, and how questions were decided. For this
 * project's own packages: nobody else is promised that it stays.
 *
 * @module
 */

export { type Came, type Evidence, formatEvidence, type Observation, type Surroundings } from './evidence/evidence.ts';
export { isEvidence, parseEvidence } from './evidence/parse-evidence.ts';
export { type Standing, standingsBy, witnessInWords } from './evidence/standing.ts';
