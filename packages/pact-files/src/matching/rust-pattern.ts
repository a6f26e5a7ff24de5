const known = new Map<string, RegExp | undefined>();

/**
 * A regular expression of a pact for the whole text, which is how Pact matches; `undefined` where JavaScript can't read
 * the dialect of Rust that Pact's core has.
 */
export function rustPattern(source: string): RegExp | undefined {
  if (!known.has(source)) known.set(source, compile(source));
  return known.get(source);
}

function compile(source: string): RegExp | undefined {
  const [, flags = '', rest = source] = /^\(\?([is]+)\)(.*)$/s.exec(source) ?? [];
  const translated = rest.replaceAll('\\A', '^').replaceAll('\\z', '$').replaceAll('\\Z', '$');
  return attempt(translated, `${flags}u`) ?? attempt(translated, flags);
}

function attempt(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${source})$`, flags);
  } catch {
    return undefined;
  }
}
