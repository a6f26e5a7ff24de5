import { afterAll, expect, test } from 'vitest';

import { contractFile } from './contract-file.ts';
import { closeBrowser, openLeadDesk } from './open-lead-desk.ts';

afterAll(closeBrowser);

test('the window is called after the customer who is open', async () => {
  const { page } = await openLeadDesk({ path: '/?q=scruggs' });
  await page.getByRole('link', { name: 'Weldon Scruggs' }).click();
  await page.getByRole('heading', { name: 'Weldon Scruggs' }).waitFor();
  expect(await page.title()).toBe('Weldon Scruggs · Lead Desk');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.locator('.panel').waitFor({ state: 'detached' });
  expect(await page.title()).toBe('Customers · Lead Desk');
});

test('an id is copied by one click', async () => {
  const { page, first } = await openLeadDesk({
    path: (desk) => `/?customer=${desk.first}`,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.getByRole('button', { name: 'Copy the id' }).click();
  await page.getByRole('status').getByText('Copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first);
});

test('Back goes through each filter, and words that were typed are one step', async () => {
  const { page, url } = await openLeadDesk();
  const words = (text: string) => page.waitForURL(({ searchParams }) => searchParams.get('q') === text);
  await page.getByLabel('Country').selectOption('United States');
  await page.waitForURL('**/?country=US');
  await page.getByRole('searchbox').fill('br');
  await words('br');
  await page.getByRole('searchbox').fill('scruggs');
  await words('scruggs');
  await page.goBack();
  expect(page.url()).toBe(`${url}/?country=US`);
  await page.goBack();
  expect(page.url()).toBe(`${url}/`);
});

test('dates the wrong way round are said, and turned round by a click', async () => {
  const { page } = await openLeadDesk({ path: '/?from=2025-12-31&to=2025-01-01' });
  await page.getByRole('heading', { name: 'The dates are the wrong way round' }).waitFor();
  await page.getByText('31 Dec 2025 is after 1 Jan 2025.').waitFor();
  await page.getByRole('link', { name: 'Turn them round' }).click();
  await page.getByText('Created from 1 Jan 2025 until 31 Dec 2025').waitFor();
  await page.locator('.who').first().waitFor();
  expect(new URL(page.url()).search).toBe('?from=2025-01-01&to=2025-12-31');
});

test('revenue of who was never sent an invoice is none, in the list and in the panel', async () => {
  const { page } = await openLeadDesk({ path: '/?kind=lead' });
  await page.locator('.who').first().waitFor();
  expect(await page.locator('tbody .revenue').first().textContent()).toBe('none');
  await page.locator('tbody th a').first().click();
  const tiles = page.locator('.panel .tiles > div');
  await tiles.first().waitFor();
  expect(await tiles.filter({ hasText: 'Revenue' }).locator('dd').textContent()).toBe('none');
  expect(await tiles.filter({ hasText: 'Average payment' }).locator('dd').textContent()).toBe('none');
});

test('a phone sorts by revenue and by date', async () => {
  const { page } = await openLeadDesk({ viewport: { width: 390, height: 844 } });
  await page.locator('.who').first().waitFor();
  await page.getByLabel('Sort', { exact: true }).selectOption('Highest revenue first');
  await page.waitForURL('**/?sort=-lifetimeRevenue.amount');
  await page.getByLabel('Sort', { exact: true }).selectOption('Oldest first');
  await page.waitForURL('**/?sort=createdTime');
  expect(await page.getByRole('columnheader', { name: 'Created' }).count()).toBe(0);
});

test('the chosen segment stands out in the dark', async () => {
  const { page } = await openLeadDesk({ colorScheme: 'dark' });
  const luminance = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).backgroundColor.match(/[\d.]+/g) ?? [])
          .map((part) => Number(part) / 255)
          .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      });
  const [chosen, around] = [await luminance('.segments label:has(:checked)'), await luminance('.segments')];
  expect((chosen + 0.05) / (around + 0.05)).toBeGreaterThan(1.5);
});

test('the answers of the contract look as if they open, and keep off the border', async () => {
  const { page } = await openLeadDesk({ path: '/contract', contractFile: contractFile() });
  const cell = page.locator('.matrix .cell').last();
  const border = await cell.evaluate((element) => getComputedStyle(element).borderTopColor);
  expect(border).not.toBe('rgba(0, 0, 0, 0)');
  const look = (pseudo?: string) =>
    cell.evaluate((element, of) => {
      const { cursor, content, borderTopColor, outlineStyle } = getComputedStyle(element, of);
      return { cursor, content, borderTopColor, outlineStyle };
    }, pseudo);
  expect(await look()).toMatchObject({ cursor: 'pointer', outlineStyle: 'none' });
  expect(await look('::after')).toMatchObject({ content: '"›"' });
  await cell.hover();
  expect((await look()).borderTopColor).not.toBe(border);
  await page.mouse.move(0, 0);
  await cell.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await look()).toMatchObject({ outlineStyle: 'solid' });
  const gap = await page.evaluate(() => {
    const matrix = document.querySelector('.matrix')?.getBoundingClientRect().right ?? 0;
    const cells = [...document.querySelectorAll('.matrix .cell')].map((each) => each.getBoundingClientRect().right);
    return matrix - Math.max(...cells);
  });
  expect(gap).toBeGreaterThanOrEqual(12);
});
