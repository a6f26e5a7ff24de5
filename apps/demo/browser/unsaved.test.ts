import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';

import { closeBrowser, openLeadDesk } from './open-lead-desk.ts';

afterAll(closeBrowser);

const opened = ({ first }: { readonly first: string }) => `/?q=scruggs&customer=${first}`;

test('what was pasted is kept whole, and the API says that it is too long', async () => {
  const { page } = await openLeadDesk();
  await page.getByRole('button', { name: 'New customer' }).click();
  const dialog = page.getByRole('dialog');
  const pasted = 'Wolfeschlegelsteinhausenbergerdorff the Elder of Philadelphia';
  await dialog.getByLabel('First name').focus();
  await page.keyboard.insertText(pasted);
  await dialog.getByText('Too big: expected string to have <=45 characters').waitFor();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByText('The API does not take one field; it says why there.').waitFor();
  expect(await dialog.getByLabel('First name').inputValue()).toBe(pasted);
});

test('Escape loses nothing, nor does a reload', async () => {
  const { page, client, first: id } = await openLeadDesk({ path: opened });
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('First name').fill('Ada');
  await page.getByRole('dialog').getByLabel('Country').selectOption('Canada');
  await page.keyboard.press('Escape');
  await page.getByRole('status').getByText('What you typed is kept.').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Edit unsaved' }).click();
  await page.getByText('What you typed before is here again.').waitFor();
  expect(await page.getByLabel('First name').inputValue()).toBe('Ada');
  expect(await page.getByLabel('Last name').inputValue()).toBe('Scruggs');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Ada Scruggs' }).waitFor();
  expect((await client.getCustomer({ id })).body.primaryAddress).toMatchObject({ firstName: 'Ada', country: 'CA' });
  expect(await page.getByRole('button', { name: 'Edit unsaved' }).count()).toBe(0);
  expect(await keptDrafts(page)).toEqual([]);
});

test('a save that failed and a closed form lose nothing', async () => {
  const { page, first: id } = await openLeadDesk({ path: opened });
  await page.getByRole('button', { name: 'Correct the lead source' }).click();
  await page.getByRole('dialog').getByLabel('Medium').fill('social');
  await page.route('**/lead-source', (route) =>
    route.request().method() === 'PUT' ? route.fulfill({ status: 500, json: {} }) : route.fallback(),
  );
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert', { name: 'The API is in trouble' }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  expect(await keptDrafts(page)).toEqual([`draft: lead source ${id}`]);
  await page.getByRole('button', { name: 'Correct the lead source unsaved' }).click();
  expect(await page.getByRole('dialog').getByLabel('Medium').inputValue()).toBe('social');
});

test('a new customer that was begun is there after a reload', async () => {
  const { page } = await openLeadDesk();
  await page.getByRole('button', { name: 'New customer' }).click();
  await page.getByLabel('First name').fill('Grace');
  await page.getByLabel('Source', { exact: true }).fill('newsletter');
  await page.reload();
  await page.getByRole('button', { name: 'New customer unsaved' }).click();
  expect(await page.getByLabel('First name').inputValue()).toBe('Grace');
  expect(await page.getByLabel('Source', { exact: true }).inputValue()).toBe('newsletter');
});

test('what was typed goes when one says so, in the open form and for good', async () => {
  const { page } = await openLeadDesk({ path: opened });
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Cancel' }).waitFor();
  await page.getByLabel('First name').fill('Ada');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Edit unsaved' }).click();
  await page.getByRole('button', { name: 'Start over' }).click();
  expect(await page.getByLabel('First name').inputValue()).toBe('Weldon');
  expect(await keptDrafts(page)).toEqual([]);
  await page.getByLabel('First name').fill('Ada');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  expect(await keptDrafts(page)).toEqual([]);
  expect(await page.getByRole('button', { name: 'Edit unsaved' }).count()).toBe(0);
});

test('of two who edit one customer the second one sees what the first one changed, and undoes none of it', async () => {
  const { page, client, first: id } = await openLeadDesk({ path: opened });
  const { body: before } = await client.getCustomer({ id });
  const city = before.primaryAddress?.city ?? '';
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('First name').fill('Ada');
  await page.getByRole('dialog').getByLabel('Language').fill('fr-FR');
  const { lastName, emails, phoneNumbers } = before.primaryAddress ?? {};
  const theirs = { firstName: 'Alexandra', lastName, emails, phoneNumbers, city: 'York' };
  await client.putCustomer({ id, body: { primaryAddress: theirs } });
  await page.getByRole('button', { name: 'Save' }).click();
  const conflict = page.getByRole('alert', { name: 'Somebody else has changed this meanwhile' });
  await conflict.getByText('Saved 5 Jan 2026, 09:00 UTC. Nothing of yours is sent yet.').waitFor();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`Somebody else has changed this from “${city}” to “York”.`).waitFor();
  await dialog.getByText(`Somebody else has changed this from “Weldon” to “Alexandra”.`).waitFor();
  expect((await client.getCustomer({ id })).body.firstName).toBe('Alexandra');
  expect(await dialog.getByLabel('City').inputValue()).toBe('York');
  expect(await page.getByLabel('First name').inputValue()).toBe('Ada');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Ada Scruggs' }).waitFor();
  const { body: after } = await client.getCustomer({ id });
  expect(after.primaryAddress).toMatchObject({ firstName: 'Ada', city: 'York' });
  expect(after.locale).toBe('fr-FR');
  expect(after.revision).toBe(Number(before.revision) + 2);
});

test('a lead source that somebody else has corrected meanwhile is not recorded over unseen', async () => {
  const { page, client, first: id } = await openLeadDesk({ path: opened });
  await page.getByRole('button', { name: 'Correct the lead source' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Campaign').fill('spring');
  await client.putCustomerLeadSource({ id, body: { medium: 'social', source: 'mastodon' } });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert', { name: 'Somebody else has changed this meanwhile' }).waitFor();
  expect(await dialog.getByLabel('Medium').inputValue()).toBe('social');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').getByText('The lead source is saved.').waitFor();
  expect((await client.getCustomerLeadSource({ id })).body).toMatchObject({
    medium: 'social',
    source: 'mastodon',
    campaign: 'spring',
  });
});

test('a form that was reopened says what changed since it was typed into', async () => {
  const { page, client, first: id } = await openLeadDesk({ path: opened });
  await page.getByRole('button', { name: 'Correct the lead source' }).click();
  await page.getByRole('dialog').getByLabel('Medium').fill('podcast');
  await page.keyboard.press('Escape');
  const { body } = await client.getCustomerLeadSource({ id });
  await client.putCustomerLeadSource({ id, body: { medium: 'social' } });
  await page.reload();
  await page.getByRole('button', { name: 'Correct the lead source unsaved' }).click();
  await page.getByText(`Somebody else has changed this from “${body.medium}” to “social”.`).waitFor();
  expect(await page.getByRole('dialog').getByLabel('Medium').inputValue()).toBe('podcast');
});

test('offline is said, and a search says so in the place of its rows', async () => {
  const { page } = await openLeadDesk();
  await page.locator('.who').first().waitFor();
  await page.context().setOffline(true);
  await page.getByRole('status').getByText('You are offline.').waitFor();
  await page.getByRole('searchbox').fill('scruggs');
  await page.getByRole('alert', { name: 'You are offline' }).waitFor();
  await page.context().setOffline(false);
  await page.getByText('Weldon Scruggs', { exact: true }).waitFor();
  expect(await page.getByText('You are offline.').count()).toBe(0);
});

/** What the tab keeps of forms. */
function keptDrafts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('draft: ')));
}
