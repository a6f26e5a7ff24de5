import type { Page } from 'playwright-core';

/** A screen or a state of one: where it is, and how one gets there. */
export interface Screen {
  readonly name: string;
  /** The address; `FIRST` is the id of the first customer. */
  readonly path: string;
  /** What one does there. */
  readonly open?: (page: Page) => Promise<void>;
  /** What is seen when it is there. */
  readonly sign: string;
}

const click = (name: string) => async (page: Page) => page.getByRole('button', { name, exact: true }).click();
const panel = '/?customer=FIRST';

/** Every screen of Lead Desk, and every dialog and state of it that looks unlike the others. */
export const screens: readonly Screen[] = [
  { name: 'customers', path: '/', sign: 'Weldoon Scruggs' },
  { name: 'customers of a medium', path: '/?medium=cpc', sign: 'The API can’t filter by medium' },
  { name: 'nobody found', path: '/?q=nobody-has-this', sign: 'No customer fits' },
  { name: 'customer', path: panel, sign: 'A possible duplicate' },
  { name: 'no such customer', path: '/?customer=nobody', sign: 'This customer is not there' },
  { name: 'edit', path: panel, open: click('Edit'), sign: 'Street and number' },
  {
    name: 'field error',
    path: panel,
    open: async (page) => {
      await click('Edit')(page);
      await page.getByLabel('E-mail').fill('weldon.scruggs');
      await page.getByLabel('E-mail').press('Enter');
    },
    sign: 'The API does not take one field',
  },
  {
    name: 'edit unsaved',
    path: panel,
    open: async (page) => {
      await click('Edit')(page);
      await page.getByLabel('First name').fill('Ada');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Edit unsaved' }).click();
    },
    sign: 'What you typed before is here again.',
  },
  { name: 'new customer', path: '/', open: click('New customer'), sign: 'Street and number' },
  { name: 'lead source', path: panel, open: click('Correct the lead source'), sign: 'Sub-affiliate' },
  { name: 'delete', path: panel, open: click('Delete the lead source'), sign: 'Delete the lead source?' },
  { name: 'merge', path: panel, open: click('Merge… with Weldoon Scruggs'), sign: 'The survivor keeps its id' },
  {
    name: 'pick',
    path: panel,
    open: async (page) => {
      await click('Merge…')(page);
      await page.getByRole('dialog').getByRole('searchbox').fill('an');
    },
    sign: 'found',
  },
  { name: 'leads', path: '/leads', sign: 'The same in numbers' },
  { name: 'contract', path: '/contract', sign: 'Contract' },
  { name: 'no such page', path: '/nowhere', sign: 'There is no such page' },
];

/** Goes to a screen, without what was typed in the one before, and waits until it is there. */
export async function show(
  { path, open, sign }: Screen,
  page: Page,
  desk: { readonly url: string; readonly first: string },
) {
  // A new window shows no page yet, and so keeps nothing.
  if (page.url() !== 'about:blank') await page.evaluate(() => sessionStorage.clear());
  await page.goto(desk.url + path.replace('FIRST', desk.first));
  const loaded = () => page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await loaded();
  await open?.(page);
  await page.getByText(sign).first().waitFor();
  // A page that comes late has a heading before it has anything else.
  await loaded();
  await page.locator('.loading').waitFor({ state: 'detached' });
}
