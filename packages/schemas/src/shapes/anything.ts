import type { Kinds } from './kinds.ts';

/** Where anything may stand, null included. */
export const anything: Kinds = {
  isOptional: false,
  isNullable: true,
  text: {},
  number: { isInteger: false },
  boolean: {},
  // What elements and members are is said nowhere: each may be anything again.
  list: { element: { isOptional: false, isNullable: true, isUnsaid: true } },
  object: { members: {} },
};
