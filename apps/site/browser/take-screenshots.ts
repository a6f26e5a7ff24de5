// Takes pictures of some pages into .vitest, to look at.
import { openSite } from './open-site.ts';

const windows = [
  ['light', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
  ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }],
  ['phone', { colorScheme: 'light', viewport: { width: 390, height: 844 } }],
] as const;
const pages = ['/', '/play/lint.html', '/play/fixtures.html', '/guides/types-and-validation.html', '/api/client.html'];

await using site = await openSite();
for (const [name, options] of windows) {
  await using tab = await site.newTab(options);
  for (const address of pages) {
    await tab.page.goto(address, { waitUntil: 'networkidle' });
    if (address.startsWith('/play/'))
      await tab.page.getByRole('main').getByRole('button', { name: 'Start', exact: true }).click();
    if (address === '/play/lint.html') await tab.page.getByRole('button', { name: 'Lint', exact: true }).click();
    await tab.page.waitForLoadState('networkidle');
    const file = `.vitest/${address.replaceAll(/\W/g, '-')}-${name}.png`;
    await tab.page.screenshot({ path: file, fullPage: address === '/' && name === 'light' });
  }
}
