import { afterAll, expect, test } from 'vitest';

import { closeBrowser, openLeadDesk } from './open-lead-desk.ts';
import { screens, show } from './screens.ts';

afterAll(closeBrowser);

test('the API key is in nothing that the browser receives, keeps or sends', async () => {
  const { page, emulator, ...desk } = await openLeadDesk();
  const traffic: Promise<string>[] = [];
  page.on('response', (response) => {
    const received = async () => {
      const headers = JSON.stringify([await response.allHeaders(), await response.request().allHeaders()]);
      return `${response.url()} ${headers} ${await response.text().catch(() => '')}`;
    };
    traffic.push(received());
  });
  for (const screen of screens) await show(screen, page, { ...desk });
  await page.goto(`${desk.url}/?customer=${desk.first}`);
  await page.getByRole('button', { name: 'Delete the lead source' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByText('Nobody knows').waitFor();

  const all = await Promise.all(traffic);
  // What was looked at, so that an empty search proves nothing.
  expect(all.filter((text) => text.includes('/api/customers')).length).toBeGreaterThan(screens.length);
  expect(all.some((text) => text.includes('Weldoon'))).toBe(true);
  expect(all.join('\n')).not.toContain(emulator.apiKey);
  expect(all.join('\n')).not.toContain(new URL(emulator.url).host);
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
  expect(kept).not.toContain(emulator.apiKey);
  expect(await page.content()).not.toContain(emulator.apiKey);
});
