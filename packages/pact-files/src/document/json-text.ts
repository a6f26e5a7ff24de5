import { canonicalJson } from '../json/json-value.ts';

/** What Pact's core takes a value for where a text belongs: the text itself, or the JSON of anything else. */
export function jsonText(value: unknown): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}
