import { readFileSync, writeFileSync } from 'node:fs';

import axe from 'axe-core';
import { afterAll, expect, test } from 'vitest';

import { contractFile, evidence, mutations } from './contract-file.ts';
import { closeBrowser, openLeadDesk } from './open-lead-desk.ts';

afterAll(closeBrowser);

const found =
  'GET /customers/{id}, 200: in contract, honoured by the emulator; interactions: 1 by lead-desk, 1 by rebilly-js-sdk';
const gone =
  'GET /customers/{id}, 404: in contract, not honoured by the emulator; interactions: 1 by lead-desk, 1 by rebilly-js-sdk';

test('the 40 answers say who reads them, and whether they are honoured', async () => {
  const { page, complaints } = await openLeadDesk({ path: '/contract', contractFile: contractFile() });
  await page.getByText('1 of 40 documented answers are in contract and honoured by the emulator.').waitFor();
  await page.getByText('It was asked 5 January 2026 at 09:00 UTC.').waitFor();
  expect(await page.locator('.matrix button').count()).toBe(40);
  for (const name of [found, gone, 'POST /customers, 201: in no contract']) {
    expect(await page.getByRole('button', { name, exact: true }).count()).toBe(1);
  }
  expect(complaints).toEqual([]);
});

test('an answer opens by the keyboard what consumers expect, in plain words, and can be linked to', async () => {
  const { page, url } = await openLeadDesk({ path: '/contract', contractFile: contractFile() });
  const cell = page.getByRole('button', { name: found, exact: true });
  await cell.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'GET /customers/{id}: 200' });
  await dialog.getByRole('cell', { name: 'any text or null' }).first().waitFor();
  await dialog.getByText('"email": "ann@example.com"').first().waitFor();
  expect(page.url()).toBe(`${url}/contract?answer=getCustomer-200`);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true);

  await page.goto(`${url}/contract?answer=getCustomer-404`);
  await page
    .getByRole('dialog')
    .getByText('In contract, not honoured by the emulator 5 January 2026 at 09:00 UTC')
    .waitFor();
  await page.getByText('not honoured', { exact: true }).click();
  await page.getByText('status: expected 404, received 410').waitFor();
});

test('what mutations have found stands with the consumer and with each interaction, and nowhere without them', async () => {
  const file = contractFile({ mutations });
  const { page, url } = await openLeadDesk({ path: '/contract', contractFile: file });
  const row = page.getByRole('row', { name: 'lead-desk 4 January 2026 at 08:00 UTC' });
  await row.waitFor();
  expect(await row.getByRole('cell').allTextContents()).toEqual(['66.7%', '100%', 'none']);
  await page.goto(`${url}/contract?answer=getCustomer-200`);
  const opened = page.getByRole('dialog').locator('details[open]');
  await opened.getByText('2 of 3 mutations survived.').waitFor();

  writeFileSync(file, readFileSync(contractFile(), 'utf8'));
  await page.goto(`${url}/contract?answer=getCustomer-200`);
  await opened.getByText('The consumer sends').waitFor();
  expect(await page.getByText(/mutation/i).count()).toBe(0);
});

test('what an answer rests on stands in its cell, in the legend and where it opens', async () => {
  const { page } = await openLeadDesk({
    path: '/contract?answer=getCustomer-404',
    contractFile: contractFile({ evidence }),
  });
  await page.getByRole('dialog').getByText('Seen otherwise in the sandbox on 2026-01-03: type is absent').waitFor();
  await page.keyboard.press('Escape');
  const name = `${found}; seen in the sandbox on 2026-01-03`;
  expect(await page.getByRole('button', { name, exact: true }).count()).toBe(1);
  expect((await page.locator('.legend li').allTextContents()).slice(-5, -2)).toEqual([
    '○ 38 documented, seen by nobody',
    '● 1 seen in the sandbox on 2026-01-03',
    '! 1 seen otherwise in the sandbox on 2026-01-03',
  ]);
});

test('before the first run the page says what makes a contract', async () => {
  const { page } = await openLeadDesk({ path: '/contract' });
  await page.getByRole('heading', { name: 'No contract yet' }).waitFor();
  expect(await page.locator('.empty').textContent()).toContain('Run pnpm demo');
});

test('a file that can’t be read is said, and tried again', async () => {
  const file = contractFile();
  const report = readFileSync(file, 'utf8');
  writeFileSync(file, '{}');
  const { page } = await openLeadDesk({ path: '/contract', contractFile: file });
  await page.getByRole('alert').getByText('The contract can’t be shown').waitFor();
  writeFileSync(file, report);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('1 of 40').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
  ['dark', 360],
] as const)('the contract and an answer of it are accessible and fit, %s, %i wide', async (colorScheme, width) => {
  const { page } = await openLeadDesk({
    path: '/contract?answer=getCustomer-404',
    contractFile: contractFile({ mutations, evidence }),
    colorScheme,
    viewport: { width, height: 760 },
  });
  const faults = async () => {
    await page.evaluate(axe.source);
    const found: unknown = await page.evaluate('axe.run().then(({ violations }) => violations)');
    return {
      found,
      tooWide: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    };
  };
  await page.getByRole('dialog').waitFor();
  expect(await faults()).toEqual({ found: [], tooWide: 0 });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await faults()).toEqual({ found: [], tooWide: 0 });
});
