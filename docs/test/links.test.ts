import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { expect, test } from 'vitest';

import { anchorsOf, withoutCode } from './anchors.ts';
import { root } from './code-blocks.ts';

const pages = ['*.md', '{packages,apps}/*/README.md', 'docs/**/*.md']
  .flatMap((pattern) => globSync(pattern, { cwd: root, exclude: (path) => /(?:^|\/)(?:node_modules|\.)/.test(path) }))
  .toSorted();

const read = (page: string): string => readFileSync(join(root, page), 'utf8');

/** Where the relative links of a page lead, from the root. */
const linksOf = (page: string): { readonly file: string; readonly anchor: string }[] =>
  [...withoutCode(read(page)).matchAll(/\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)/g)].map(
    ([, file = '', anchor = '']) => ({
      file: file === '' ? page : normalize(join(dirname(page), file)).replace(/\/$/, ''),
      anchor,
    }),
  );

test.each(pages)('%s links to what is there', (page) => {
  const broken = linksOf(page).filter(
    ({ file, anchor }) => !existsSync(join(root, file)) || (anchor !== '' && !anchorsOf(read(file)).includes(anchor)),
  );
  expect(broken).toEqual([]);
});

test('the README leads to every page', () => {
  const found = new Set(['README.md']);
  for (const page of found) {
    const linked = linksOf(page).flatMap(({ file }) =>
      existsSync(join(root, file, 'README.md')) ? [file, `${file}/README.md`] : [file],
    );
    for (const file of linked) if (pages.includes(file)) found.add(file);
  }
  const folders = linksOf('README.md').map(({ file }) => file);
  expect(pages.filter((page) => !found.has(page) && !folders.includes(dirname(page)))).toEqual([]);
});
