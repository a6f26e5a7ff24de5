/**
 * A regular expression as everybody would write it, so that one that only escapes more, lists its characters in another
 * order, or spells out `\d` and `\w`, is the same text. It matches what the given one matches. One that can't be taken apart stays as it is.
 *
 * ```ts
 * canonicalPattern('^[@~\\-\\.\\w]+$'); // '^[.@~\\w\\-]+$', as for '^[\\w.@~-]+$'
 * ```
 */
export function canonicalPattern(source: string): string {
  return source.replace(part, (whole, negation: string | undefined, inside: string | undefined) => {
    if (inside === undefined) return needlesslyEscaped.test(whole) ? whole.slice(1) : whole;
    const items = inside.match(item) ?? [];
    if (items.join('') !== inside) return whole;
    const [only = '', ...others] = canonicalItems(items);
    return others.length === 0 && negation === '' && isClass(only)
      ? only
      : `[${negation ?? ''}${[only, ...others].join('')}]`;
  });
}

/** An escape outside of a class, or a class with what is in it. */
const part = /\\.|\[(\^?)((?:\\.|[^\]\\])*)\]/gs;
/** Escaped outside of a class, these mean themselves; `-` does with a flag, too, but nobody sets one. */
const needlesslyEscaped = /^\\[/\-"'#,:;=@_~&<>! %]$/;
/** A range, or one character or class of them. */
const item =
  /(?:\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\[pP](?:[A-Z]|\{[^}]*\})|\\.|[^\\])(?:-(?!$)(?:\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\[pP](?:[A-Z]|\{[^}]*\})|\\.|[^\\]))?/gs;

function canonicalItems(items: readonly string[]): readonly string[] {
  const all = new Set(items.flatMap(canonicalItem).map((each) => (each === '0-9' ? '\\d' : each)));
  if (wordItems.every((each) => all.has(each))) all.add('\\w');
  return [...all].filter((each) => !all.has('\\w') || !wordItems.includes(each)).toSorted();
}

/** What `\w` is, spelled out. */
const wordItems: readonly string[] = ['\\d', 'A-Z', 'a-z', '_'];

function canonicalItem(text: string): readonly string[] {
  // `\w-.` is no range: the dash means itself.
  const [, before, after] = /^(\\[wWdDsSpP].*?|.*?)-(.+)$/s.exec(text.length > 2 ? text : '') ?? [];
  if (before !== undefined && after !== undefined && (isClass(before) || isClass(after)))
    return [before, '-', after].flatMap(canonicalItem);
  if (text === '-' || text === '\\-') return ['\\-'];
  if (text === '^' || text === '\\^') return ['\\^'];
  return [/^\\[./$*+?()[{}|"'#,:;=@_~&<>! %]$/.test(text) && text !== '\\[' ? text.slice(1) : text];
}

function isClass(text: string): boolean {
  return /^\\[wWdDsSpP]/.test(text);
}
