import type { Kinds } from './kinds.ts';

/** A header as what it means: a number where one is promised. */
export function headerValue({ number }: Kinds, value: string): string | number {
  return number && /^-?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : value;
}
