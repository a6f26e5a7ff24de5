import { fileURLToPath } from 'node:url';

import chromium from '@sparticuz/chromium';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

import { testDefaults } from '../../vitest.defaults.ts';
import { filesLeftOut, testsLeftOut } from './test/in-page/left-out.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The tests of behaviour once more, in Chromium, on what runs in a page: a command of its own, `pnpm test:page`. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@customer-contracts\/emulator$/, replacement: at('test/in-page/emulator.ts') },
      { find: '#platform', replacement: at('src/platform/browser.ts') },
      { find: /^node:.*/, replacement: at('test/in-page/no-node.ts') },
    ],
  },
  define: { 'process.env': '{}' },
  optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
  test: {
    ...testDefaults,
    exclude: [...testDefaults.exclude, ...Object.keys(filesLeftOut).map((file) => `test/${file}`)],
    testNamePattern: new RegExp(`^(?!.*(?:${Object.keys(testsLeftOut).join('|')}))`),
    reporters: ['default', ['json', { outputFile: '.vitest/page-results.json' }]],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: await chromium.executablePath(), args: chromium.args } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
