import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { pageAddress } from '@customer-contracts/schemas/internal';

import type { Page } from './page.ts';
import { made, root } from './places.ts';

/** A link of Markdown, in or out of code: what is code comes first, so that it is left alone. */
const linkOrCode = /^```.*?^```$|`[^`\n]*`|(!?)\[((?:[^[\]`]|`[^`]*`|!?\[[^\]]*\]\([^)]*\))*)\]\(([^)\s]+)\)/gms;

/**
 * Turns the links of a page into those of the site: a file that has a page leads to it, a picture is copied, another file leads to the repository where that has
 * an address, and is plain text where it has none.
 */
export function siteLinks(page: Page, pages: readonly Page[]): string {
  return page.markdown.replaceAll(linkOrCode, (whole: string, mark?: string, text?: string, target?: string) => {
    if (mark === undefined || text === undefined || target === undefined) return whole;
    const label = text.includes('](') ? siteLinks({ ...page, markdown: text }, pages) : text;
    if (/^(?:https?:|mailto:|\/)/.test(target)) return `${mark}[${label}](${target})`;
    const [file = '', anchor = ''] = target.split('#');
    const source = page.source ?? '';
    const path = file === '' ? source : normalize(join(dirname(source), file)).replace(/\/$/, '');
    if (mark === '!') return `![${label}](${picture(path)})`;
    const address = addressOn(path, anchor, pages);
    if (address !== undefined) return `[${label}](${address})`;
    const elsewhere = pageAddress(`${path}${anchor && `#${anchor}`}`);
    return elsewhere === undefined ? label : `[${label}](${elsewhere})`;
  });
}

/** Where a file of the repository stands on the site, from its start; `undefined` when it has no page. */
function addressOn(file: string, anchor: string, pages: readonly Page[]): string | undefined {
  const found = pages.filter(({ source }) => source === file || source === `${file}/README.md`);
  const [page] = found;
  if (page === undefined) return undefined;
  // A page that was cut has a page where it had an anchor.
  const part = anchor === '' ? undefined : found.find(({ path }) => path.endsWith(`/${anchor}`));
  if (part !== undefined) return `/${part.path}`;
  return `/${page.path.replace(/(^|\/)index$/, '$1')}${anchor && `#${anchor}`}`;
}

function picture(file: string): string {
  const name = file.replaceAll('/', '-');
  const folder = join(made, 'pages/public/pictures');
  if (!existsSync(join(root, file))) throw new Error(`Failed to copy a picture: there is no ${file}. Mend the link.`);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(root, file), join(folder, name));
  return `/pictures/${name}`;
}
