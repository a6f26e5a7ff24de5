/** JSON whose texts hold nothing that a terminal obeys or that hides what stands beside: what JSON leaves bare is escaped, too. */
export function harmlessJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/[\p{Cf}\u007F-\u009F\u2028\u2029]/gu, unicodeEscapes);
}

/** Characters as JSON, and many a language, escapes them: `\u202e`. */
export function unicodeEscapes(characters: string): string {
  return characters
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
