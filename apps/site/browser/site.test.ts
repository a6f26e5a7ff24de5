import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { output } from '../src/places.ts';
import { builtPages, inParallel } from './built-pages.ts';
import { openSite, type OpenedSite } from './open-site.ts';

let site: OpenedSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** Whether the comments of an example show what it printed, in whatever lines. */
function isShown(printed: string, code: string): boolean {
  const comments = code.split('\n').flatMap((line) => [...line.matchAll(/\/\/ (.*)$/g)].map(([, text = '']) => text));
  const shown = comments.join('').replaceAll(/\s/g, '');
  let place = 0;
  return printed.split('\n').every((line) => {
    const text = line.replaceAll(/\s/g, '');
    const found = shown.indexOf(text, place);
    place = found + text.length;
    return found !== -1;
  });
}

test('every example runs in its page, and prints what its comments show', async () => {
  const withExamples = builtPages.filter((page) =>
    readFileSync(join(output, page), 'utf8').includes('class="run-example"'),
  );
  const faults: unknown[] = [];
  let ran = 0;
  const tabs = await Promise.all([site.newTab(), site.newTab()]);
  await inParallel(withExamples, tabs, async (address, tab) => {
    await tab.page.goto(address);
    await tab.page.waitForFunction('document.querySelector("#app")?.__vue_app__');
    for (const example of await tab.page.locator('.run-example').all()) {
      const code = await example.locator('xpath=preceding-sibling::div[1]').locator('code').innerText();
      await example.getByRole('button', { name: 'Run' }).click();
      const done = example.and(tab.page.locator('[data-state=ran], [data-state=failed]'));
      await done.waitFor();
      const state = await done.getAttribute('data-state');
      const printed = await example.locator('pre').innerText();
      if (state !== 'ran' || printed === '' || !isShown(printed, code)) faults.push({ address, code, printed });
      ran += 1;
    }
  });
  faults.push(...tabs.flatMap(({ complaints }) => complaints));
  expect(faults).toEqual([]);
  expect(ran).toBeGreaterThan(15);
});

async function start(page: Page, playground: string): Promise<void> {
  await page.goto(`/play/${playground}.html`);
  await page.getByRole('main').getByRole('button', { name: 'Start', exact: true }).click();
}

test('the emulator answers a request, refuses a wrong one, and shows who is there', async () => {
  await using tab = await site.newTab();
  const { page } = tab;
  await start(page, 'emulator');
  const send = page.getByRole('button', { name: 'Send' });
  await send.click();
  await page.getByRole('status').getByText('201').waitFor();
  await page.getByRole('region', { name: 'The newest customers' }).getByText('"id": "ada"').waitFor();
  await page.getByLabel('Body').fill('{"primaryAddress":{"city":7}}');
  await send.click();
  await page.getByRole('status').getByText('422').waitFor();
  await page.getByLabel('Method').selectOption('GET');
  await page.getByLabel('Path').fill('/customers/nobody');
  await send.click();
  await page.getByRole('region', { name: 'The answer' }).getByText('There is no customer').waitFor();
  expect(tab.complaints).toEqual([]);
});

test('lint judges a pasted pact, and leads to the page of each rule', async () => {
  await using tab = await site.newTab();
  const { page } = tab;
  await start(page, 'lint');
  await page.getByRole('button', { name: 'Lint', exact: true }).click();
  await page.getByText('findings', { exact: false }).last().waitFor();
  const rules = await page.locator('.findings a').allInnerTexts();
  expect(rules).toContain('undocumented-member');
  expect(rules).toContain('undocumented-status');
  await page.getByLabel('Your pact').fill('no pact');
  await page.getByRole('button', { name: 'Lint', exact: true }).click();
  await page.getByText('Failed to read pasted.json: it is no JSON. Hand in a pact file.').waitFor();
  await page.getByRole('button', { name: 'Lint', exact: true }).focus();
  expect(tab.complaints).toEqual([]);
});

test('fixtures come with the seed, the locale and the index that are asked for', async () => {
  await using tab = await site.newTab();
  const { page } = tab;
  await start(page, 'fixtures');
  await page.getByText('devante.selby4@s42.en-gb.example.com').waitFor();
  await page.getByLabel('Locale').selectOption('ja-JP');
  await page.getByRole('cell', { name: 'ritsu.takahashi4@s42.ja-jp.example.com' }).waitFor();
  await page.getByLabel('First index').fill('1000000');
  await page.getByRole('button', { name: '1000003' }).click();
  await page.getByText('.responses.at(1000003)').waitFor();
  await page.getByLabel('Seed').fill('-1');
  await page.getByRole('alert').getByText('Give an integer from 0 to').waitFor();
  expect(tab.complaints).toEqual([]);
});

test('the search finds a page, and opens it', async () => {
  await using tab = await site.newTab();
  const { page } = tab;
  await page.goto('/');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('random-value');
  await page.locator('#localsearch-list a').first().click();
  await page.waitForURL('**/lint-rules/**');
  expect(tab.complaints).toEqual([]);
});

test('the chosen theme stays, whatever the system says', async () => {
  await using tab = await site.newTab({ colorScheme: 'light' });
  const { page } = tab;
  const isDark = () => page.evaluate(() => document.documentElement.classList.contains('dark'));
  await page.goto('/');
  expect(await isDark()).toBe(false);
  await page.getByRole('switch').first().click();
  expect(await isDark()).toBe(true);
  await page.reload();
  expect(await isDark()).toBe(true);
  expect(tab.complaints).toEqual([]);
});

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

test('the first page loads less than 80 kB of JavaScript before anything is started', async () => {
  await using tab = await site.newTab();
  const scripts: Promise<Buffer>[] = [];
  tab.page.on('response', (response) => {
    if (response.headers()['content-type'] === 'text/javascript') scripts.push(response.body());
  });
  await tab.page.goto('/', { waitUntil: 'networkidle' });
  const bodies = await Promise.all(scripts);
  expect(bodies.length).toBeGreaterThan(1);
  expect(sum(bodies.map((body) => gzipSync(body).length))).toBeLessThan(80_000);
});

test('llms.txt lists every page', () => {
  const listed = readFileSync(join(output, 'llms.txt'), 'utf8');
  expect(builtPages.filter((page) => !listed.includes(`](${page})`))).toEqual([]);
  expect(readFileSync(join(output, 'llms-full.txt'), 'utf8')).toContain('# Types and validation');
});
