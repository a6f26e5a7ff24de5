import * as z from 'zod';

const unreserved = 'A-Za-z0-9._~\\-';
const delimiters = "!$&'()*+,;=";
const escaped = '%[0-9A-Fa-f]{2}';
const segmentCharacter = `(?:[${unreserved}${delimiters}:@]|${escaped})`;

const scheme = '[A-Za-z][A-Za-z0-9+.-]*';
const user = `(?:[${unreserved}${delimiters}:]|${escaped})*@`;
const literal = `\\[(?:${z.regexes.ipv6.source.slice(1, -1)}|[vV][0-9A-Fa-f]+\\.[${unreserved}${delimiters}:]+)\\]`;
const name = `(?:[${unreserved}${delimiters}]|${escaped})*`;
const authority = `(?:${user})?(?:${literal}|${name})(?::[0-9]*)?`;
const segments = `(?:/${segmentCharacter}*)*`;
const path = `(?://${authority}${segments}|/(?:${segmentCharacter}+${segments})?|${segmentCharacter}+${segments})`;
const rest = `(?:${segmentCharacter}|[/?])*`;
const uri = new RegExp(`^${scheme}:${path}(?:\\?${rest})?(?:#${rest})?$`);

/**
 * An absolute URI by the grammar of RFC 3986, with more behind the scheme than a query, which validators want too. `z.url()` is
 * no judge of it: it takes what browsers repair, such as `https://example.com/ä b`.
 *
 * Source: Rebilly OpenAPI 2026-08, format `uri`.
 */
export const Uri: z.ZodCustomStringFormat = z.stringFormat('uri', uri, {
  // What is no text has zod's own words.
  error: ({ code }) => (code === 'invalid_format' ? 'Invalid URI' : undefined),
});
