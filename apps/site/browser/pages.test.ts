import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

import { testSizes } from '../../../test-sizes.ts';
import { builtPages, inParallel } from './built-pages.ts';
import { openSite, type OpenedSite } from './open-site.ts';

let site: OpenedSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const Findings = z.array(z.unknown());
/** What axe finds. Contrast is slow on long pages, and is the same on pages of a kind: it is looked at on one of each. */
async function axeFindings(page: Page, contrast: boolean): Promise<readonly unknown[]> {
  await page.evaluate(axe.source);
  return Findings.parse(
    await page.evaluate(`axe.run({
      resultTypes: ['violations'], preload: false, rules: { 'color-contrast': { enabled: ${contrast} } }
    }).then(({ violations }) => violations.map(({ id, nodes }) =>
      ({ id, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 200) + failureSummary) })))`),
  );
}

/** Pages of a kind have one form. Those of the API are long, and take axe ten seconds each. */
const looked = new Set(testSizes.pages === 'all' ? builtPages : someOfAKind());

function someOfAKind(): string[] {
  const kinds = Map.groupBy(builtPages, (address) => address.slice(0, address.lastIndexOf('/')));
  return [...kinds].flatMap(([kind, pages]) =>
    /^\/(?:|guides|packages|play)$/.test(kind) ? pages : pages.slice(0, 4),
  );
}

const Seen = z.object({ anchors: z.array(z.string()), links: z.array(z.string()) });

test('every page opens without a complaint, and links to what is there; axe finds nothing', async () => {
  const anchors = new Map<string, ReadonlySet<string>>();
  const links: { readonly from: string; readonly to: string }[] = [];
  const faults: unknown[] = [];
  const tabs = await Promise.all(Array.from({ length: 4 }, () => site.newTab({ colorScheme: 'light' })));
  await inParallel(builtPages, tabs, async (address, tab) => {
    await tab.page.goto(address, { waitUntil: 'load' });
    await tab.page.waitForFunction('document.querySelector("#app")?.__vue_app__');
    const seen = Seen.parse(
      await tab.page.evaluate(`({
        anchors: Array.from(document.querySelectorAll('[id]'), ({ id }) => id),
        links: Array.from(document.querySelectorAll('a[href]'), ({ href }) => href),
      })`),
    );
    anchors.set(address, new Set(seen.anchors));
    for (const to of seen.links) links.push({ from: address, to });
    const findings = looked.has(address) ? await axeFindings(tab.page, false) : [];
    if (findings.length > 0) faults.push({ address, findings });
  });
  faults.push(...tabs.flatMap(({ complaints }) => complaints));
  const dead = links.filter(({ to }) => {
    const { origin, pathname, hash } = new URL(to);
    if (origin !== site.url) return false;
    const there = anchors.get(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (there === undefined) return !/^\/(?:llms(?:-full)?\.txt|pictures\/)/.test(pathname);
    return hash !== '' && !there.has(decodeURIComponent(hash.slice(1)));
  });
  expect([...new Set(dead.map(({ from, to }) => `${from} -> ${to.replace(site.url, '')}`))]).toEqual([]);
  expect(faults).toEqual([]);
});

const sample = [
  '/index.html',
  '/guides/types-and-validation.html',
  '/play/lint.html',
  '/api/pact-jest.html',
  '/lint-rules/index.html',
];

test.each([
  ['light on a desk', { colorScheme: 'light', viewport: { width: 1280, height: 800 } }],
  ['dark on a desk', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }],
  ['dark on a phone', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
  ['light on a phone', { colorScheme: 'light', viewport: { width: 390, height: 844 } }],
] as const)('a page is accessible and fits, %s', async (_, options) => {
  await using tab = await site.newTab(options);
  for (const address of sample) {
    await tab.page.goto(address);
    await tab.page.waitForFunction('document.querySelector("#app")?.__vue_app__');
    const tooWide = await tab.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect({ address, tooWide, found: await axeFindings(tab.page, true) }).toEqual({ address, tooWide: 0, found: [] });
  }
  expect(tab.complaints).toEqual([]);
});
