import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { type Group, listOf, type Page, titleOf } from './page.ts';
import { root } from './places.ts';
import { type Section, sectionsOf } from './sections.ts';

/** Where the files of the repository stand on the site. The first pattern that fits decides. */
const places: readonly { readonly pattern: string; readonly group: Group; readonly path: (file: string) => string }[] =
  [
    { pattern: 'README.md', group: 'Start', path: () => 'index' },
    { pattern: 'docs/guides/*.md', group: 'Guides', path: (file) => `guides/${basename(file, '.md')}` },
    { pattern: 'packages/*/README.md', group: 'Packages', path: (file) => `packages/${partOf(file, 1)}` },
    { pattern: 'apps/demo/README.md', group: 'Packages', path: () => 'packages/lead-desk' },
    { pattern: 'docs/*.md', group: 'Reference', path: (file) => basename(file, '.md') },
    { pattern: '{CONTRIBUTING,SECURITY}.md', group: 'Reference', path: (file) => basename(file, '.md').toLowerCase() },
    { pattern: 'packages/*/CHANGELOG.md', group: 'Changelog', path: (file) => `changelog/${partOf(file, 1)}` },
    { pattern: 'apps/*/CHANGELOG.md', group: 'Changelog', path: (file) => `changelog/${partOf(file, 1)}` },
    { pattern: 'docs/decisions/*.md', group: 'Decisions', path: (file) => `decisions/${basename(file, '.md')}` },
  ];

const partOf = (file: string, index: number): string => file.split('/')[index] ?? '';

/** Pages that are cut into one for each heading of a level: who looks for a rule or a message finds a page of its own. */
const cut: Readonly<Record<string, { readonly group: Group; readonly level: 2 | 3 }>> = {
  'lint-rules': { group: 'Lint rules', level: 2 },
  errors: { group: 'Errors', level: 3 },
};

/** The pages of the repository, as they are written there. */
export function readPages(): Page[] {
  const pages = places.flatMap(({ pattern, group, path }) =>
    globSync(pattern, { cwd: root })
      .toSorted()
      .map((source): Page => {
        const markdown = readFileSync(join(root, source), 'utf8');
        return { path: path(source), title: titleOf(markdown, source), group, markdown, source };
      }),
  );
  return [...pages.flatMap(partsOf), ...indexOfDecisions(pages)];
}

function partsOf(page: Page): Page[] {
  const { group, level } = cut[page.path] ?? {};
  if (group === undefined || level === undefined) return [page];
  const { before, sections } = sectionsOf(page.markdown, 2);
  const partOfSection = ({ heading, anchor, body }: Section): Page => ({
    ...page,
    path: `${page.path}/${anchor}`,
    title: heading.replaceAll('`', ''),
    group,
    markdown: `# ${heading}\n\n${body.replaceAll(new RegExp(`^#{${level}}(#* )`, 'gm'), '#$1')}\n`,
  });
  const chapters =
    level === 2
      ? [{ title: '', parts: sections.map(partOfSection) }]
      : sections.map(({ heading, body }) => ({
          title: `## ${heading}\n\n`,
          parts: sectionsOf(body, level).sections.map(partOfSection),
        }));
  const lists = chapters.map(({ title, parts }) => `${title}${listOf(parts)}`).join('\n\n');
  // The page may have a table of its own that leads to its parts.
  const markdown = before.includes('](#') ? before : `${before}\n\n${lists}\n`;
  return [{ ...page, path: `${page.path}/index`, group, markdown }, ...chapters.flatMap(({ parts }) => parts)];
}

function indexOfDecisions(pages: readonly Page[]): Page[] {
  const decisions = pages.filter(({ group }) => group === 'Decisions');
  const markdown = `# Decisions\n\nWhy it is as it is: one page for each choice that a newcomer would question.\n\n${listOf(decisions)}\n`;
  return [{ path: 'decisions/index', title: 'Decisions', group: 'Decisions', markdown, source: 'docs/decisions' }];
}
