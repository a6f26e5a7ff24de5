import { defineConfig } from 'rolldown';

/** What stands for Node's in a page, with the two hashes that it brings: nobody else installs them. */
export default defineConfig({
  input: { 'platform/browser': 'src/platform/browser.ts' },
  platform: 'browser',
  output: { dir: 'dist', entryFileNames: '[name].js', comments: false },
});
