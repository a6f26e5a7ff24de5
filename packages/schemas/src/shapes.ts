/**
 * What the API promises, or has been seen to do, as kinds without values, and what differs between two of them. For this
 * project's own packages: nobody else is promised that it stays. It loads no zod, and the table only where it is asked for.
 *
 * @module
 */

// What a shape is
export type {
  ApiShape,
  Credential,
  HeaderShape,
  OperationShape,
  ParameterShape,
  ResponseShape,
  ShapeSource,
} from './shapes/api-shape.ts';
export type { BooleanKind, Kind, Kinds, ListKind, NumberKind, ObjectKind, Outside, TextKind } from './shapes/kinds.ts';

// What differs between two
export type { Change, ChangeKind } from './shapes/change.ts';
