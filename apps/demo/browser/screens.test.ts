import axe from 'axe-core';
import { afterAll, expect, test } from 'vitest';

import { closeBrowser, openLeadDesk } from './open-lead-desk.ts';
import { screens, show } from './screens.ts';

afterAll(closeBrowser);

const windows = [
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 360, height: 740 }],
] as const;

for (const [device, viewport] of windows) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every screen is accessible and fits, ${colorScheme} on ${device}`, async () => {
      const { page, complaints, ...desk } = await openLeadDesk({ viewport, colorScheme });
      for (const screen of screens) {
        await show(screen, page, desk);
        await page.evaluate(axe.source);
        const found: unknown = await page.evaluate(`axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
          ({ id, nodes: nodes.map(({ html, failureSummary }) => html + failureSummary) })))`);
        const tooWide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect({ screen: screen.name, found, tooWide }).toEqual({ screen: screen.name, found: [], tooWide: 0 });
      }
      expect(complaints).toEqual([]);
    });
  }
}

test('the chosen theme stays, whatever the system says', async () => {
  const { page } = await openLeadDesk({ colorScheme: 'light' });
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByRole('radio', { name: 'Dark' }).check();
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await background()).toBe(dark);
  await page.getByRole('radio', { name: 'System' }).check();
  expect(await background()).toBe(light);
});
