import { afterAll, expect, test } from 'vitest';

import { closeBrowser, openLeadDesk } from './open-lead-desk.ts';

afterAll(closeBrowser);

test('all is done with the keyboard alone, and the focus is never lost', async () => {
  const { page, client, first } = await openLeadDesk({ path: '/?q=weldon+scruggs' });
  await page.getByText('1–2 of 2').waitFor();
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.trim();
    });
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = async (name: string) => {
    for (let steps = 0; (await focused()) !== name; steps += 1) {
      expect(steps, `steps to ${name}`).toBeLessThan(40);
      await press('Tab');
    }
  };

  // Past the navigation, to the row of the first customer.
  await press('Tab');
  expect(await focused()).toBe('Skip to the content');
  await press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await tabTo('Weldon Scruggsweldon.scruggs0@s42.en-us.example.com');
  await press('Enter');
  await page.getByText('A possible duplicate').waitFor();
  expect(await focused()).toBe('Weldon Scruggs');

  // A dialog and back again, without a change.
  await tabTo('Correct the lead source');
  await press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('medium');
  await press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(await focused()).toBe('Correct the lead source');

  // A correction.
  await press('Enter');
  await page.getByRole('dialog').waitFor();
  await press('Control+A');
  await page.keyboard.type('social');
  await press('Enter');
  await page.getByRole('columnheader', { name: 'Original' }).waitFor();
  expect(await focused()).toBe('Correct the lead source');

  // A merge, by the arrow keys into the other one.
  await tabTo('Merge… with Weldoon Scruggs');
  await press('Enter');
  await page.getByRole('button', { name: 'Merge them' }).waitFor();
  expect(await focused()).toBe('Cancel');
  await press('Tab');
  await press('Enter');
  await page.getByText('The two customers are one now.').waitFor();
  expect((await client.getCustomerCollection({ q: 'weldon scruggs' })).body.map(({ id }) => id)).toEqual([first]);

  // Out of the panel, back to the row.
  await page.getByText('A possible duplicate').waitFor({ state: 'detached' });
  await press('Escape');
  await page.locator('.panel').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.id.startsWith('row-'));
  expect(await focused()).toBe('Weldon Scruggsweldon.scruggs0@s42.en-us.example.com');
});
