import { readFileSync } from 'node:fs';

import { anchorOf } from '@customer-contracts/docs/anchors';
import { defineConfig, type DefaultTheme } from 'vitepress';
import * as z from 'zod';

import { type Group, groups } from '../src/page.ts';

const Pages = z.array(z.object({ path: z.string(), title: z.string(), group: z.enum(groups) }));
const pages = Pages.parse(JSON.parse(readFileSync(new URL('../.site/pages.json', import.meta.url), 'utf8')));

/** Groups with more pages than a menu holds: each has one of its own, and the others lead to its first page. */
const apart: readonly { readonly group: Group; readonly folder: string }[] = [
  { group: 'API reference', folder: 'api' },
  { group: 'Lint rules', folder: 'lint-rules' },
  { group: 'Errors', folder: 'errors' },
  { group: 'Changelog', folder: 'changelog' },
  { group: 'Decisions', folder: 'decisions' },
];

const itemsOf = (group: Group): DefaultTheme.SidebarItem[] =>
  pages
    .filter((page) => page.group === group)
    .map(({ title, path }) => ({
      text: path === 'index' ? 'Home' : title.replace('@customer-contracts/', ''),
      link: `/${path.replace(/(^|\/)index$/, '$1')}`,
    }));

const parts = groups.map((group) => ({ text: group, items: itemsOf(group) })).filter(({ items }) => items.length > 0);
const isApart = (text: string): boolean => apart.some(({ group }) => group === text);
const main = [
  ...parts.filter(({ text }) => !isApart(text)),
  {
    text: 'More',
    items: parts
      .filter(({ text }) => isApart(text))
      .flatMap(({ text, items: [first] }) => (first === undefined ? [] : [{ ...first, text }])),
  },
];
const back = { text: 'All pages', link: '/' };

export default defineConfig({
  title: 'Customer Contracts',
  description:
    'Types, fixtures, a client, contract tests, a stand-in server and a seeder for the Rebilly Customers API.',
  lang: 'en',
  srcDir: '.site/pages',
  outDir: 'dist',
  cacheDir: '.site/cache',
  metaChunk: true,
  router: { prefetchLinks: false },
  markdown: {
    anchor: { slugify: anchorOf },
    toc: { slugify: anchorOf },
    // Their colours keep a contrast of 4.5 on the background of a block.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    headers: false,
  },
  vite: {
    // The esbuild of VitePress knows no later one.
    esbuild: { tsconfigRaw: { compilerOptions: { target: 'es2022' } } },
    build: {
      target: 'es2022',
      rollupOptions: {
        onwarn: (warning, warn) => {
          // Zod's comments for other bundlers.
          if (warning.code !== 'INVALID_ANNOTATION') warn(warning);
        },
      },
    },
  },
  themeConfig: {
    nav: [
      { text: 'Guides', link: '/guides/contract-tests-for-your-team' },
      { text: 'Try it', link: '/play/emulator' },
      { text: 'API', link: '/api/' },
    ],
    sidebar: {
      ...Object.fromEntries(
        apart.map(({ group, folder }) => [`/${folder}/`, [back, ...parts.filter(({ text }) => text === group)]]),
      ),
      '/': main,
    },
    outline: [2, 3],
    search: { provider: 'local' },
  },
});
