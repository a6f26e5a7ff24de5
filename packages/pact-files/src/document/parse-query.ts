import { isList, isRecord } from '../json/json-value.ts';
import { jsonText } from './json-text.ts';

type Query = Readonly<Record<string, readonly string[]>>;

/**
 * The parameters of a query, decoded. Where the version knows texts alone (1, 2, and those that nobody knows), Pact's core
 * sends no parameter of an object, and neither does it in any version for a value that is neither text nor list.
 */
export function parseQuery(query: unknown, version: number): Query {
  return Object.fromEntries(
    Object.entries(listedQuery(query, version)).map(([name, values]) => [name, values.map((value) => value ?? '')]),
  );
}

/** The same, as versions 3 and 4 list it: null where a parameter has no value, as in `?q`. */
export function listedQuery(query: unknown, version: number): Readonly<Record<string, readonly (string | null)[]>> {
  if (typeof query === 'string') return decodedQuery(query);
  if (!isRecord(query) || version < 3) return {};
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const values = isList(value) ? valuesIn(value) : typeof value === 'string' ? [value] : [];
      return values.length === 0 ? [] : [[name, values] as const];
    }),
  );
}

/** In the place of a value that is neither text nor null, Pact's core has the list. */
function valuesIn(list: readonly unknown[]): readonly (string | null)[] {
  return list.map((value) => (value === null || typeof value === 'string' ? value : jsonText(list)));
}

/** The parameters of a query as version 2 has it: `limit=10&sort=-createdTime`. */
function decodedQuery(query: string): Record<string, (string | null)[]> {
  const parameters = new Map<string, (string | null)[]>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const end = pair.indexOf('=');
    const name = decoded(end === -1 ? pair : pair.slice(0, end));
    const value = end === -1 ? null : decoded(pair.slice(end + 1));
    const known = parameters.get(name);
    if (known === undefined) parameters.set(name, [value]);
    else known.push(value);
  }
  return Object.fromEntries(parameters);
}

/** What can't be decoded stays as it is, as in Pact's core: `100%`, `%zz`. */
function decoded(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' ').replaceAll(/%(?![\da-f]{2})/gi, '%25'));
  } catch {
    return text;
  }
}
