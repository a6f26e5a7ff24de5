// What tests are written from
export { readPlaces, sayLeftOut } from './pact-places.ts';
export { documentedInteractions, type DocumentedInteraction } from '../documented/documented-interaction.ts';
export type { BodyPath, PactDocument } from '../document/pact-document.ts';
export { readTraffic, type Traffic } from '../drift/sources/read-drift-source.ts';
export type { HarCall } from '../drift/sources/har.ts';

// What they are held against
export { ruleAt } from '../matching/rule-at.ts';
export { hasPatterns } from '../matching/has-patterns.ts';
export { loadPatterns } from '../matching/patterns.ts';
export { valuesAt } from '../document/values-at.ts';
export { type ComparableRequirement, fits, implies, requirementsOf } from '../report/requirement.ts';
