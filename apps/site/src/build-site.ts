// Builds the site into dist: pages from the repository, the reference from docstrings, and all that is tried in them.
import { build } from 'vitepress';

import { writeLlms } from './llms.ts';
import { site } from './places.ts';
import { base } from './settings.ts';
import { writePages } from './write-pages.ts';

const start = performance.now();
const pages = await writePages();
await build(site, { base });
writeLlms(pages, base);
console.log(`${pages.length} pages in ${((performance.now() - start) / 1000).toFixed(0)} s: apps/site/dist`);
