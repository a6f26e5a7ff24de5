import { afterAll, expect, test } from 'vitest';

import { closeBrowser, openLeadDesk } from './open-lead-desk.ts';

afterAll(closeBrowser);

const opened = ({ first }: { readonly first: string }) => `/?q=scruggs&customer=${first}`;

test('an edit sends back all that it has read, and shows what the API has made of it', async () => {
  const { page, client, first: id } = await openLeadDesk({ path: opened });
  const { body: before } = await client.getCustomer({ id });
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('First name').fill('Ada');
  await page.getByLabel('Organization').fill('');
  await page.getByRole('dialog').getByLabel('Country').selectOption('Canada');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').getByText('The customer is saved.').waitFor();
  await page.getByRole('heading', { name: 'Ada Scruggs' }).waitFor();
  await page.locator('tr.open').getByText('Ada Scruggs').waitFor();
  const { body: after } = await client.getCustomer({ id });
  expect(after).toEqual({
    ...before,
    firstName: 'Ada',
    primaryAddress: { ...before.primaryAddress, firstName: 'Ada', country: 'CA', hash: after.primaryAddress?.hash },
    revision: Number(before.revision) + 1,
    updatedTime: after.updatedTime,
  });
});

test('what the API has against a field is said at the field, which gets the focus', async () => {
  const { page, client, first: id } = await openLeadDesk({ path: opened });
  await page.getByRole('button', { name: 'Edit' }).click();
  const email = page.getByLabel('E-mail');
  await email.fill('not an address');
  // Past the check that the field makes when it is left: the API is the judge.
  await email.press('Enter');
  await page.getByText('The API does not take one field; it says why there.').waitFor();
  expect(await email.getAttribute('aria-invalid')).toBe('true');
  const about = await email.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${about}"]`).textContent()).toBe('Invalid email address');
  expect(await email.evaluate((element) => element === document.activeElement)).toBe(true);
  await email.fill('ada@example.com');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').getByText('The customer is saved.').waitFor();
  expect((await client.getCustomer({ id })).body.email).toBe('ada@example.com');
});

test('a field says what the schema has against it as soon as it is left', async () => {
  const { page } = await openLeadDesk({ path: opened });
  await page.getByRole('button', { name: 'Edit' }).click();
  const postalCode = page.getByLabel('Postal code');
  await postalCode.fill('#!');
  await postalCode.press('Tab');
  await page.getByText('Invalid string: must match pattern').waitFor();
  expect(await postalCode.getAttribute('aria-invalid')).toBe('true');
  await postalCode.fill('64112');
  await postalCode.press('Tab');
  await page.getByText('Invalid string: must match pattern').waitFor({ state: 'detached' });
});

test('a new customer is opened as soon as the API has made it', async () => {
  const { page, client } = await openLeadDesk();
  await page.getByRole('button', { name: 'New customer' }).click();
  await page.getByLabel('First name').fill('Grace');
  await page.getByLabel('Last name').fill('Hopper');
  await page.getByLabel('E-mail').fill('grace@example.com');
  await page.getByRole('dialog').getByLabel('Medium').fill('email');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'Grace Hopper' }).waitFor();
  await page.locator('.panel .badge.tone-2').getByText('email').waitFor();
  const id = new URL(page.url()).searchParams.get('customer') ?? '';
  expect((await client.getCustomerLeadSource({ id })).body.medium).toBe('email');
});

test('a corrected lead source stands beside the original one', async () => {
  const { page, client, first: id } = await openLeadDesk({ path: opened });
  await page.getByText('This is the original attribution: it was never corrected.').waitFor();
  await page.getByRole('button', { name: 'Correct the lead source' }).click();
  await page.getByRole('dialog').getByLabel('Medium').fill('referral');
  await page.getByLabel('Campaign').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  const comparison = page.getByRole('table', { name: 'Lead source' });
  await comparison.getByRole('columnheader', { name: 'Original' }).waitFor();
  const row = async (name: string) =>
    comparison.getByRole('row').filter({ hasText: name }).getByRole('cell').allTextContents();
  expect(await row('Medium')).toEqual(['referral', 'cpc']);
  expect(await row('Campaign')).toEqual(['none', 'migration']);
  expect((await client.getCustomerLeadSource({ id })).body).toMatchObject({
    medium: 'referral',
    source: 'google',
    original: { medium: 'cpc' },
  });
});

test('a deleted lead source is gone, and can be added again', async () => {
  const { page, client, first: id } = await openLeadDesk({ path: opened });
  await page.getByRole('button', { name: 'Delete the lead source' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByText('Nobody knows where this customer came from.').waitFor();
  await expect(client.getCustomerLeadSource({ id })).rejects.toThrow('404');
  await page.getByRole('button', { name: 'Add the lead source' }).click();
  await page.getByRole('dialog').getByLabel('Medium').fill('social');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.panel').getByText('social').waitFor();
});

test('of two duplicates the one that was chosen survives', async () => {
  const { page, client, first, duplicate } = await openLeadDesk({ path: opened });
  await page.getByRole('button', { name: 'Merge… with Weldoon Scruggs' }).click();
  await page
    .getByText(`Weldoon Scruggs (${duplicate}) is merged into Weldon Scruggs (${first}) and deleted.`)
    .waitFor();
  await page.getByRole('radio', { name: duplicate }).check();
  await page
    .getByText(`Weldon Scruggs (${first}) is merged into Weldoon Scruggs (${duplicate}) and deleted.`)
    .waitFor();
  await page.getByRole('button', { name: 'Merge them' }).click();
  await page.waitForURL(`**/?q=scruggs&customer=${duplicate}`);
  await page.getByRole('heading', { name: 'Weldoon Scruggs' }).waitFor();
  expect((await client.getCustomer({ id: duplicate })).status).toBe(200);
  await expect(client.getCustomer({ id: first })).rejects.toThrow('404');
});

test('another duplicate than those with the same address is found by words', async () => {
  const { page, client, first } = await openLeadDesk({ path: opened });
  await client.putCustomer({ id: 'twin', body: { primaryAddress: { firstName: 'Twin', lastName: 'Scruggs' } } });
  await page.getByRole('button', { name: 'Merge…', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Name, e-mail, phone or id').fill('twin');
  await page.getByRole('button', { name: 'Twin Scruggs' }).click();
  await page.getByRole('button', { name: 'Merge them' }).click();
  await page.getByRole('status').getByText('The two customers are one now.').waitFor();
  await expect(client.getCustomer({ id: 'twin' })).rejects.toThrow('404');
  expect(new URL(page.url()).searchParams.get('customer')).toBe(first);
});
