import { afterAll, beforeAll, expect, test } from 'vitest';

import { type PageSite, pageSite } from './in-page/page-site.ts';

let site: PageSite;
beforeAll(async () => {
  site = await pageSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const ada = { status: 200, body: expect.objectContaining({ id: 'ada', primaryAddress: null }) };

test('nothing of SQLite is loaded before an emulator is made, and then all of it takes at most 1.5 MB gzipped', async () => {
  await using page = await site.open();
  expect((await page.files()).map(({ name }) => name)).toEqual(['page.js']);

  expect(await page.call('open', { customers: { count: 20, seed: 42 } })).toBeUndefined();

  const files = await page.files();
  expect(files.map(({ name }) => name)).toContain('sqlite3.wasm');
  expect(files.reduce((sum, { gzipped }) => sum + gzipped, 0)).toBeLessThan(1_500_000);
  expect(await page.call('ask', 'GET', '/customers?limit=1')).toEqual({ status: 200, body: [expect.anything()] });
});

test('what a page keeps is there after a reload, snapshots too', async () => {
  await using page = await site.open();
  await page.call('open', { persist: 'kept' });
  await page.call('ask', 'PUT', '/customers/ada', '{}');
  await page.call('snapshot', 'with-ada');
  await page.call('ask', 'PUT', '/customers/ben', '{}');

  await page.tab.reload();
  await page.tab.waitForFunction('globalThis.page !== undefined');
  expect(await page.call('open', { persist: 'kept' })).toBeUndefined();
  expect(await page.call('ask', 'GET', '/customers/ben')).toMatchObject({ status: 200 });
  expect(await page.call('snapshots')).toEqual(['with-ada']);

  await page.call('restore', 'with-ada');
  expect(await page.call('ask', 'GET', '/customers/ada')).toEqual(ada);
  expect(await page.call('ask', 'GET', '/customers/ben')).toMatchObject({ status: 404 });

  await page.tab.reload();
  await page.tab.waitForFunction('globalThis.page !== undefined');
  await page.call('open', { persist: 'kept' });
  expect(await page.call('ask', 'GET', '/customers/ben')).toMatchObject({ status: 404 });
});

test('what a page does not keep is gone after a reload', async () => {
  await using page = await site.open();
  await page.call('open');
  await page.call('ask', 'PUT', '/customers/ada', '{}');

  await page.tab.reload();
  await page.tab.waitForFunction('globalThis.page !== undefined');
  await page.call('open');
  expect(await page.call('ask', 'GET', '/customers/ada')).toMatchObject({ status: 404 });
});

test('writes that come at once are all kept when they are answered', async () => {
  await using page = await site.open();
  await page.call('open', { persist: 'kept' });
  const answers = await page.call('putMany', 60);
  expect(new Set(answers.map((answer) => answer?.status))).toEqual(new Set([201]));

  // Nothing is closed in order.
  await page.tab.goto('about:blank');
  await page.tab.goto(page.url);
  await page.tab.waitForFunction('globalThis.page !== undefined');
  await page.call('open', { persist: 'kept' });
  expect(await page.call('ask', 'GET', '/customers?limit=100&fields=id')).toEqual({
    status: 200,
    body: Array.from({ length: 60 }, () => expect.anything()),
  });
});

test('a page is kept out while another one has the customers open', async () => {
  await using page = await site.open();
  await page.call('open', { persist: 'kept' });
  await using other = await page.another();

  expect(await other.call('open', { persist: 'kept' })).toBe(
    'Failed to open the customers of this page, "kept": another page has it open. Close that one, or take another name.',
  );
  expect(await other.call('open', { persist: 'others' })).toBeUndefined();

  await page.call('close');
  expect(await other.call('open', { persist: 'kept' })).toBeUndefined();
});

test('a write that the browser does not keep is refused, and was never there', async () => {
  await using page = await site.open();
  await page.call('open', { persist: 'kept' });
  await page.call('ask', 'PUT', '/customers/ada', '{}');
  await page.tab.evaluate(`
    const { createWritable } = FileSystemFileHandle.prototype;
    globalThis.letKeep = () => (FileSystemFileHandle.prototype.createWritable = createWritable);
    FileSystemFileHandle.prototype.createWritable = () => Promise.reject(new DOMException('The disk is full', 'QuotaExceededError'));
  `);

  expect(await page.call('ask', 'PUT', '/customers/ben', '{}')).toEqual({
    status: 507,
    body: {
      type: 'about:blank',
      title: 'Insufficient Storage',
      status: 507,
      detail:
        'The browser keeps no more data of this page: nothing of the request was written. The browser says: The disk is full',
    },
  });
  expect(await page.call('ask', 'GET', '/customers/ben')).toMatchObject({ status: 404 });
  expect(await page.call('ask', 'GET', '/customers/ada')).toEqual(ada);

  await page.tab.evaluate('letKeep()');
  expect(await page.call('ask', 'PUT', '/customers/ben', '{}')).toMatchObject({ status: 201 });
});

test('msw answers a page from its emulator, below any address', async () => {
  await using page = await site.open();
  await page.call('open');
  await page.call('mock', `${page.url}rebilly`);
  const sandbox = 'https://api-sandbox.rebilly.com/organizations/demo/customers/ada';
  expect(await page.call('fetch', sandbox, 'PUT', '{}')).toMatchObject({ status: 201, body: { id: 'ada' } });
  expect(await page.call('fetch', sandbox, 'GET')).toMatchObject(ada);

  expect(await page.call('fetch', `${page.url}rebilly/customers/ada`, 'GET')).toMatchObject(ada);
  expect(await page.call('fetch', `${page.url}rebilly/customers`, 'POST', '{}')).toMatchObject({
    status: 201,
    location: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/rebilly\/organizations\/demo\/customers\/cus_/),
  });
});

test('what can not be used is said in one sentence', async () => {
  await using page = await site.open();
  expect(await page.call('open', { persist: '../up' })).toBe(
    'Failed to start the emulator: persist is "../up". Give 1 to 50 lower-case letters, digits, - and _, such as demo.',
  );
  expect(await page.call('open', { wasmUrl: `${page.url}nowhere.wasm` })).toMatch(
    /^Failed to load SQLite: .+\. Install @sqlite\.org\/sqlite-wasm, and name the address of its sqlite3\.wasm as wasmUrl\.$/s,
  );
});
