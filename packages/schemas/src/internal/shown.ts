/** The most characters of a value that a message shows. */
const longest = 80;

/**
 * A value as messages show it: JSON, cut after 80 characters and without anything that a terminal obeys; `absent` for
 * undefined; in words what is no JSON (`a function`, `a Date`, `an object` with a circle in it). Never throws.
 */
export function shown(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  const text = json(value);
  if (text === undefined) return kindOf(value);
  return harmless(text.length > longest ? `${text.slice(0, longest)}...` : text);
}

/** What a value is, without a word of what is in it. Never throws. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  const name = typeof value === 'object' ? (classOf(value) ?? 'object') : typeof value;
  if (name === 'Array') return 'a list';
  return `${/^(?!URL|Uint)[aeiou]/i.test(name) ? 'an' : 'a'} ${harmless(name)}`;
}

/** Undefined for what JSON can't say: functions, circles, objects whose members throw, and objects of a class. */
function json(value: unknown): string | undefined {
  const name = typeof value === 'object' && value !== null ? classOf(value) : 'Array';
  if (name !== undefined && name !== 'Array') return undefined;
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** The name of an object's class; undefined for an object of none, of whatever realm. */
function classOf(value: object): string | undefined {
  try {
    if (Array.isArray(value)) return 'Array';
    const prototype: unknown = Object.getPrototypeOf(value);
    const named: unknown = prototype === null ? undefined : Reflect.get(Object(prototype), 'constructor');
    return typeof named === 'function' && named.name !== '' && named.name !== 'Object' ? named.name : undefined;
  } catch {
    return undefined;
  }
}

/** Control and format characters as escapes: a terminal obeys some of them, and others hide or turn what stands beside. */
export function harmless(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** Characters as JSON, and many a language, escapes them: `\u202e`. */
export function unicodeEscapes(characters: string): string {
  return characters
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
