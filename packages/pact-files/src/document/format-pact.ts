import { canonicalJson } from '../json/json-value.ts';
import type { Json } from './pact-document.ts';

/** The text of a pact file, of whatever version: its members in alphabetical order, so that equal pacts are equal bytes. */
export function formatPact(json: Json): string {
  return `${canonicalJson(json, 2)}\n`;
}
