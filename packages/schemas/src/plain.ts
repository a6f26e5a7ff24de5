/**
 * What the API says as plain data, for this project's own packages that load no zod: nobody else is promised that it stays.
 * The build evaluates what is in `plain/`, so that it is as the schemas say and nobody writes it twice.
 *
 * @module
 */

// What may stand where
export type {
  ConstantShape,
  ListShape,
  NumberShape,
  ObjectShape,
  Place,
  Shape,
  StringFormat,
  StringShape,
} from './plain/place.ts';
export type { Plain } from './plain/plain.ts';

// The tables
export { operations, parametersOfRequest, providerStates, resources } from './plain/tables.ts';
export { securitySchemes } from './security-schemes.ts';

// What is read from them
export { acceptsCredential } from './credential-kinds.ts';
export { matchOperation } from './match-operation.ts';
export { pathInUrl } from './path-pattern.ts';
export { cells, isCell, operationIds, statusesOf } from './operation-ids.ts';

// Filters and sorts
export { isFilterError } from './filter-error.ts';
export { judgeFilter, judgeSort } from './judge-filter.ts';
export { parseFilter } from './parse-filter.ts';
export { parseSort } from './parse-sort.ts';
