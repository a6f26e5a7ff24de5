import { fileURLToPath } from 'node:url';

import { defineConfig } from 'rolldown';

/** What runs in a page: one file, which imports nothing of Node's, with the two hashes that it needs. */
export default defineConfig({
  input: { browser: 'src/browser.ts' },
  platform: 'browser',
  external: [/^@customer-contracts\/(?!emulator\/)/, '@sqlite.org/sqlite-wasm', 'zod'],
  resolve: { alias: { '#platform': fileURLToPath(new URL('src/platform/browser.ts', import.meta.url)) } },
  output: { dir: 'dist', sourcemap: true, sourcemapExcludeSources: true, comments: false },
});
