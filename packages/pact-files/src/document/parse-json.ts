/** The names of the members, or indices of the elements, of an object or list that are whole numbers written as decimals. */
const decimals = new WeakMap<object, Set<string>>();

/**
 * A number with a fraction of nothing or an exponent, a negative zero, or one that may be too long for an integer or a fraction.
 * Looked for by its end, which is rare: a text has more beginnings than numbers.
 */
const suspicious = /\d[\s,\]}](?<=[:[,]\s*(?:-0|-?(?:\d+(?:\.\d+)?[eE][+-]?\d+|\d+\.0+|[\d.]{17,}))[\s,\]}])/;

/**
 * What a text of JSON says, as `JSON.parse` reads it. It keeps in mind which whole numbers are written as decimals, 10.0 or 1e2:
 * Pact's core takes them for decimals, and JavaScript forgets.
 */
export function parseJson(text: string): unknown {
  return suspicious.test(text) ? JSON.parse(text, keepDecimal) : JSON.parse(text);
}

/** Whether the JSON of a member or an element had a whole number as a decimal. */
export function isWrittenAsDecimal(holder: object, name: string | number): boolean {
  return decimals.get(holder)?.has(String(name)) ?? false;
}

/** A reviver that changes nothing. Engines from before 2024 don't hand in the source. */
function keepDecimal(this: object, name: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source;
  if (typeof value === 'number' && source !== undefined && Number.isInteger(value) && isDecimal(source)) {
    const names = decimals.get(this) ?? new Set();
    decimals.set(this, names.add(name));
  }
  return value;
}

/** Whether Pact's core reads a number as one with a fraction: it has integers of 64 bits, and no negative zero among them. */
function isDecimal(source: string): boolean {
  if (/[.eE]/.test(source) || source === '-0') return true;
  if (source.length < 19) return false;
  const value = BigInt(source);
  return value > 18_446_744_073_709_551_615n || value < -9_223_372_036_854_775_808n;
}
