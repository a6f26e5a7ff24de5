import { afterAll, expect, test } from 'vitest';

import { startServer } from '../src/server/start-server.ts';
import { closeBrowser, openLeadDesk } from './open-lead-desk.ts';

afterAll(closeBrowser);

const opened = ({ first }: { readonly first: string }) => `/?customer=${first}`;

test('a key that is not valid is said', async () => {
  const { page, emulator } = await openLeadDesk();
  await using stranger = await startServer({ api: { url: emulator.url, apiKey: 'sk_wrong' } });
  await page.goto(stranger.url);
  const failure = page.getByRole('alert', { name: 'Lead Desk’s API key is not valid' });
  await failure.getByText('Set CUSTOMERS_API_KEY').waitFor();
  await failure.getByText('What the API said').click();
  expect(await failure.textContent()).toContain('the API answered 401');
});

test('a customer that is gone is said in the panel', async () => {
  const { page } = await openLeadDesk({ path: '/?customer=nobody' });
  await page.getByRole('alert', { name: 'This customer is not there' }).waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.waitForURL('**/');
  expect(await page.locator('.panel').count()).toBe(0);
});

test('who is sent away by the rate limit sees how long, and saves afterwards what was typed', async () => {
  const { page, client, emulator, first: id } = await openLeadDesk({ path: opened, clock: () => new Date() });
  await page.getByRole('button', { name: 'Correct the lead source' }).click();
  await page.getByRole('dialog').getByLabel('Medium').fill('social');
  await addFault(emulator, { kind: 'rateLimit', operations: ['putCustomerLeadSource'], times: 1 });
  await page.clock.install();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert', { name: 'Too many changes in a short time' }).waitFor();
  const save = page.getByRole('button', { name: /^Save in \d+:\d\d$/ });
  expect(await save.isDisabled()).toBe(true);
  expect(await save.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.clock.fastForward('20:00');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('status').getByText('The lead source is saved.').waitFor();
  expect((await client.getCustomerLeadSource({ id })).body.medium).toBe('social');
});

test('a conflict is told apart from a failure', async () => {
  const { page } = await openLeadDesk({ path: opened });
  // The emulator, like the API, never says 409 by itself.
  await page.route('**/lead-source', (route) =>
    route.request().method() === 'DELETE'
      ? route.fulfill({ status: 409, json: { title: 'Conflict', status: 409, detail: 'It is in use.' } })
      : route.fallback(),
  );
  await page.getByRole('button', { name: 'Delete the lead source' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const failure = page.getByRole('alert', { name: 'The API refuses this as it is now' });
  await failure.getByText('What the API said').click();
  expect(await failure.textContent()).toContain('409 (It is in use)');
});

test('an API in trouble is asked again by a click', async () => {
  const { page, emulator, url } = await openLeadDesk();
  await page.locator('.who').first().waitFor();
  await addFault(emulator, { kind: 'error', status: 500, operations: ['getCustomerCollection'], times: 3 });
  await page.goto(`${url}/?q=scruggs`);
  await page.getByRole('alert', { name: 'The API is in trouble' }).waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Weldon Scruggs', { exact: true }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('a server that has gone is said, and nothing that was typed is lost', async () => {
  const { page, close } = await openLeadDesk({ path: opened });
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('First name').fill('Ada');
  await close();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert', { name: 'Nothing answers' }).waitFor();
  expect(await page.getByLabel('First name').inputValue()).toBe('Ada');
});

/** Lets the emulator fail as it is told. */
async function addFault(emulator: { readonly url: string; readonly apiKey: string }, fault: object): Promise<void> {
  const headers = { 'REB-APIKEY': emulator.apiKey, 'Content-Type': 'application/json' };
  const answer = await fetch(`${emulator.url}/_faults`, { method: 'POST', headers, body: JSON.stringify(fault) });
  expect(answer.ok).toBe(true);
}
