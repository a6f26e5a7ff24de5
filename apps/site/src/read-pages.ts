import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { type Group, type Page, titleOf } from './page.ts';
import { root } from './places.ts';
import { sectionsOf } from './sections.ts';

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

/** Pages that are cut into one for each second heading: who looks for a rule or a message finds a page of its own. */
const cut: Readonly<Record<string, Group>> = { 'lint-rules': 'Lint rules', errors: 'Errors' };

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
  const group = cut[page.path];
  if (group === undefined) return [page];
  const { before, sections } = sectionsOf(page.markdown, 2);
  const parts = sections.map(({ heading, anchor, body }): Page => ({
    ...page,
    path: `${page.path}/${anchor}`,
    title: heading.replaceAll('`', ''),
    group,
    markdown: `# ${heading}\n\n${body.replaceAll(/^##(#+ )/gm, '#$1')}\n`,
  }));
  const list = parts.map(({ title, path }) => `- [${title}](/${path})`).join('\n');
  // The page may have a table of its own that leads to its parts.
  const markdown = before.includes('](#') ? before : `${before}\n\n${list}\n`;
  return [{ ...page, path: `${page.path}/index`, group, markdown }, ...parts];
}

function indexOfDecisions(pages: readonly Page[]): Page[] {
  const decisions = pages.filter(({ group }) => group === 'Decisions');
  const list = decisions.map(({ title, path }) => `- [${title}](/${path})`).join('\n');
  const markdown = `# Decisions\n\nWhy it is as it is: one page for each choice that a newcomer would question.\n\n${list}\n`;
  return [{ path: 'decisions/index', title: 'Decisions', group: 'Decisions', markdown, source: 'docs/decisions' }];
}

/** Whether a file or folder of the repository exists. */
const isThere = (file: string): boolean => existsSync(join(root, file));
