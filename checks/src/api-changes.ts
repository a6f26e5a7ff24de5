/** What differs between two versions of an API: the titles of the declarations. */
export interface ApiChanges {
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  readonly added: readonly string[];
}

/** Compares two texts of `apiOf`. What is not exported may come and go: only what refers to it counts. */
export function apiChanges(before: string, after: string): ApiChanges {
  const [old, current] = [declarations(before), declarations(after)];
  return {
    removed: [...old.keys()].filter((title) => isExported(title) && !current.has(title)),
    changed: [...old].filter(([title, text]) => (current.get(title) ?? text) !== text).map(([title]) => title),
    added: [...current.keys()].filter((title) => isExported(title) && !old.has(title)),
  };
}

const isExported = (title: string): boolean => title.startsWith('@');

const declarations = (text: string): Map<string, string> =>
  new Map(
    text
      .split(/^\/\/ /m)
      .slice(2) // what is before the first comment, and the head
      .map((block) => [block.slice(0, block.indexOf('\n')), block.slice(block.indexOf('\n')).trim()]),
  );
