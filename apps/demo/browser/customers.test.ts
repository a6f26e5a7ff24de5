import { afterAll, expect, test } from 'vitest';

import { closeBrowser, openLeadDesk } from './open-lead-desk.ts';

afterAll(closeBrowser);

const rows = 'table.customers tbody tr';

test('words are looked for by the API, and stand in the address', async () => {
  const { page } = await openLeadDesk();
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('weldon scruggs');
  await page.waitForURL('**/?q=weldon+scruggs');
  await page.getByText('1–2 of 2').waitFor();
  expect(await page.locator(`${rows} .who`).allTextContents()).toEqual(['Weldoon Scruggs', 'Weldon Scruggs']);
  await page.getByRole('searchbox').fill('nobody-has-this');
  await page.getByRole('heading', { name: 'No customer fits' }).waitFor();
  await page.getByRole('link', { name: 'Clear the search' }).click();
  await page.getByText('1–25 of 61').waitFor();
});

test('filters and order go to the API, and come back with the address', async () => {
  const { page, url } = await openLeadDesk();
  await page.getByLabel('Customers', { exact: true }).check();
  await page.getByLabel('Created from').fill('2025-01-01');
  await page.getByRole('link', { name: 'Revenue' }).click();
  await page.waitForURL('**/?kind=customer&from=2025-01-01&sort=-lifetimeRevenue.amount');
  const sorted = page.locator('th[aria-sort=descending]');
  expect(await sorted.textContent()).toBe('Revenue');
  await page.locator('table[aria-busy=false]').waitFor();
  const shown = await page.locator(`${rows} .revenue`).allTextContents();
  const amounts = shown.map((text) => Number(text.replace(/[^\d.]/g, '')));
  expect(amounts.length).toBeGreaterThan(3);
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));

  await page.goto(`${url}/?kind=customer&from=2025-01-01&sort=-lifetimeRevenue.amount`);
  await page.locator('table[aria-busy=false]').waitFor();
  expect(await page.getByLabel('Created from').inputValue()).toBe('2025-01-01');
  expect(await page.locator(`${rows} .revenue`).allTextContents()).toEqual(shown);
});

test('pages follow what the API counts', async () => {
  const { page, url } = await openLeadDesk();
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByText('26–50 of 61').waitFor();
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByText('51–61 of 61').waitFor();
  await page.locator('table[aria-busy=false]').waitFor();
  expect(await page.locator(rows).count()).toBe(11);
  expect(await page.getByRole('link', { name: 'Next' }).getAttribute('aria-disabled')).toBe('true');
  await page.goBack();
  await page.getByText('26–50 of 61').waitFor();
  await page.goto(`${url}/?page=9`);
  await page.getByRole('heading', { name: 'The list ends before this page' }).waitFor();
  await page.getByRole('link', { name: 'To the first page' }).click();
  await page.getByText('1–25 of 61').waitFor();
});

test('the end of what the API pages through is said', async () => {
  const { page } = await openLeadDesk({ count: 1100, path: '/?page=41' });
  await page.getByText('1,001–1,025 of 1,101').waitFor();
  await page.getByText('The API’s list ends here').waitFor();
  expect(await page.getByRole('link', { name: 'Next' }).getAttribute('aria-disabled')).toBe('true');
});

test('a medium is looked for in the customers that can be loaded, and the page says how many', async () => {
  const { page } = await openLeadDesk({ count: 2100 });
  await page.getByLabel('Medium').selectOption('affiliate');
  await page.getByText('looked at the first 2,000 of 2,101 customers').waitFor();
  const badges = await page.locator(`${rows} .badge`).allTextContents();
  expect(new Set(badges)).toEqual(new Set(['affiliate']));
  await page.getByRole('link', { name: 'Leads by medium' }).click();
  await page.getByText('The newest 2,000 of 2,101 customers').waitFor();
  await page.getByText('The same in numbers').click();
  expect(await page.getByRole('columnheader', { name: 'cpc' }).count()).toBe(1);
});

test('every page has its title, and its heading has the focus', async () => {
  const { page } = await openLeadDesk();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.getByRole('link', { name: 'Leads by medium' }).click();
  await page.getByRole('heading', { name: 'Leads by medium' }).waitFor();
  expect([await page.title(), await focused()]).toEqual(['Leads by medium · Lead Desk', 'Leads by medium']);
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.locator(`${rows} .who`).first().waitFor();
  expect([await page.title(), await focused()]).toEqual(['Customers · Lead Desk', 'Customers']);
});
