/** What HTTP says of a method. */
export interface MethodFacts {
  /** Whether it only reads. */
  readonly isSafe: boolean;
  /** Whether several requests are meant to leave behind what one does. What an operation keeps of it is its own fact. */
  readonly isIdempotent: boolean;
  /** Whether a body has a meaning with it. */
  readonly hasBody: boolean;
}

/** The methods that an operation can have, and what HTTP says of them (RFC 9110, 9.2 and 9.3; RFC 5789 for PATCH). */
export const methods = {
  GET: { isSafe: true, isIdempotent: true, hasBody: false },
  POST: { isSafe: false, isIdempotent: false, hasBody: true },
  PUT: { isSafe: false, isIdempotent: true, hasBody: true },
  PATCH: { isSafe: false, isIdempotent: false, hasBody: true },
  DELETE: { isSafe: false, isIdempotent: true, hasBody: false },
} as const satisfies Record<string, MethodFacts>;

/** A method that an operation can have. */
export type Method = keyof typeof methods;

/** Whether a text is a method that an operation can have. */
export function isMethod(value: string): value is Method {
  return Object.hasOwn(methods, value);
}
