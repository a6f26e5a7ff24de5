/**
 * What the API promises, or has been seen to do, as kinds without values, and what differs between two of them. For this
 * project's own packages: nobody else is promised that it stays. It loads no zod.
 *
 * @module
 */

// What a shape is
export type {
  ApiShape,
  Credential,
  DecidedDifference,
  HeaderShape,
  OperationShape,
  ParameterShape,
  ResponseShape,
  ShapeSource,
} from './shapes/api-shape.ts';
export type { BooleanKind, Kind, Kinds, ListKind, NumberKind, ObjectKind, Outside, TextKind } from './shapes/kinds.ts';
export { anything } from './shapes/anything.ts';
export { headerValue } from './shapes/header-value.ts';
export { responseFor } from './shapes/response-for.ts';

// Where one comes from
export type { TestedAnswers } from './shapes/tested-answers.ts';
export { kindsOf } from './shapes/kinds-of.ts';
export { seen, type SeenOptions } from './shapes/seen.ts';
export { shapeOfTable } from './shapes/shape-of-table.ts';
export { canonicalPattern } from './shapes/canonical-pattern.ts';

// What is said by it
export type { KindsChange } from './shapes/compare-kinds.ts';
export { compareSeen } from './shapes/compare-seen.ts';
export { compareShapes } from './shapes/compare-shapes.ts';
export type { Change, ChangeKind } from './shapes/change.ts';
export type { Misfit } from './shapes/judge.ts';
export { misfits } from './shapes/misfits.ts';
export { jsonSchemaOf } from './shapes/json-schema-of.ts';
