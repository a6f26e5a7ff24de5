import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { apiReference } from './api-reference.ts';
import { exampleModule } from './examples.ts';
import { siteLinks } from './links.ts';
import type { Page } from './page.ts';
import { made } from './places.ts';
import { playgroundPages } from './playground-pages.ts';
import { readPages } from './read-pages.ts';

/** Writes the pages and their examples to where VitePress reads them, and returns the pages. */
export async function writePages(): Promise<readonly Page[]> {
  rmSync(made, { recursive: true, force: true });
  const written = [...readPages(), ...playgroundPages];
  const pages = [
    ...written.map((page) => ({ ...page, markdown: siteLinks(page, written) })),
    ...(await apiReference()),
  ];
  for (const page of pages) write(`pages/${page.path}.md`, `${frontmatterOf(page)}${withExamples(page)}`);
  write('pages.json', JSON.stringify(pages.map(({ path, title, group }) => ({ path, title, group }))));
  return pages;
}

function write(file: string, text: string): void {
  const path = join(made, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const frontmatterOf = ({ path, title }: Page): string =>
  path === 'index'
    ? '---\npageClass: home\nsidebar: false\naside: false\nprev: false\nnext: false\n---\n\n'
    : `---\ntitle: ${JSON.stringify(title)}\n---\n\n`;

/** A page with a button below each block that can run in it. Diagrams stay text: the site loads nothing to draw them. */
function withExamples({ path, markdown }: Page): string {
  let count = 0;
  return markdown.replaceAll(/^```(\w*)[^\n]*\n(.*?)^```$/gms, (block, language: string, code: string) => {
    if (language === 'mermaid') return path === 'index' ? '' : block.replace('mermaid', 'text');
    const module = language === 'ts' ? exampleModule(code) : undefined;
    if (module === undefined) return block;
    count += 1;
    const name = `${path.replaceAll('/', '-')}-${count}`;
    write(`examples/${name}.ts`, module);
    return `${block}\n\n<RunExample name="${name}" />`;
  });
}
