const units: Readonly<Record<string, string>> = {
  yyyy: '\\d{4}',
  uuuu: '\\d{4}',
  yy: '\\d{2}',
  MM: '\\d{2}',
  dd: '\\d{2}',
  HH: '\\d{2}',
  mm: '\\d{2}',
  ss: '\\d{2}',
  SSS: '\\d{3}',
  SSSSSS: '\\d{6}',
  X: '(Z|[+-]\\d{2})',
  XX: '(Z|[+-]\\d{4})',
  XXX: '(Z|[+-]\\d{2}:\\d{2})',
  Z: '[+-]\\d{4}',
  ZZ: '[+-]\\d{2}:\\d{2}',
};

/** A date format of Java, which Pact writes, as a regular expression; `undefined` where it has a unit that isn't known here. */
export function datePattern(format: string): RegExp | undefined {
  const tokens = format.match(/'[^']*'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
  const sources = tokens.map((token) => {
    if (token.startsWith("'")) return escape(token.slice(1, -1));
    return /^[A-Za-z]/.test(token) ? units[token] : escape(token);
  });
  return sources.includes(undefined) ? undefined : new RegExp(`^${sources.join('')}$`);
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
