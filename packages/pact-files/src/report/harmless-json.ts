import { unicodeEscapes } from '@customer-contracts/schemas/internal';

/** JSON whose texts hold nothing that a terminal obeys or that hides what stands beside: what JSON leaves bare is escaped, too. */
export function harmlessJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/[\p{Cf}\u007F-\u009F\u2028\u2029]/gu, unicodeEscapes);
}
