import { isRecord } from '@customer-contracts/pact-files/internal';

/** A member of what a test runner hands over, of whose type nobody can be sure: vitest's context is a function with properties. */
export function memberOf(value: unknown, name: string): unknown {
  return isRecord(value) || typeof value === 'function' ? Reflect.get(value, name) : undefined;
}
