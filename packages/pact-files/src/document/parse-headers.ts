import { isList, isRecord } from '../json/json-value.ts';
import { jsonText } from './json-text.ts';

/** Those of which Pact's core takes one text for several values: `Accept: application/json,text/plain`. */
const several: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-expose-headers',
  'access-control-request-headers',
  'allow',
  'cache-control',
  'if-match',
  'if-none-match',
  'vary',
]);

/** The headers of a message, each as one text. */
export function parseHeaders(headers: unknown): Readonly<Record<string, string>> {
  if (!isRecord(headers)) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, headerText(name, value)]));
}

function headerText(name: string, value: unknown): string {
  if (isList(value)) return value.map(jsonText).join(', ');
  if (typeof value !== 'string') return jsonText(value);
  return several.has(name.toLowerCase())
    ? value
        .trim()
        .split(/\s*,\s*/)
        .join(', ')
    : value.trim();
}
