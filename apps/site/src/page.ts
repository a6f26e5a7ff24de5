/** A page of the site, as Markdown. */
export interface Page {
  /** Where it stands on the site, without ending: `guides/seed-your-staging`. */
  readonly path: string;
  readonly title: string;
  readonly group: Group;
  readonly markdown: string;
  /** The file that it was made from, from the root of the repository; absent for what the site makes itself. */
  readonly source?: string;
}

/** The parts of the site, in the order of its menu. */
export const groups = [
  'Start',
  'Try it here',
  'Guides',
  'Packages',
  'Reference',
  'API reference',
  'Lint rules',
  'Errors',
  'Changelog',
  'Decisions',
] as const;

export type Group = (typeof groups)[number];

/** A list that leads to pages. */
export const listOf = (pages: readonly Page[]): string =>
  pages.map(({ title, path }) => `- [${title}](/${path})`).join('\n');

/** The first heading of a page. @throws {Error} when there is none. */
export function titleOf(markdown: string, source: string): string {
  const [, title] = /^# (.+)$/m.exec(markdown) ?? [];
  if (title === undefined) throw new Error(`Failed to name a page: ${source} has no heading. Begin it with "# …".`);
  return title.replaceAll('`', '');
}
