import { readFileSync } from 'node:fs';

import { defineConfig } from 'rolldown';

import { commonJs } from '../../commonjs.ts';

/** Who ships Oniguruma says whose it is. */
const licence = ['LICENSE.txt', 'NOTICES.txt']
  .map((name) => readFileSync(new URL(`node_modules/vscode-oniguruma/${name}`, import.meta.url), 'utf8'))
  .map((text) => `/*! ${text.trim().replaceAll('*/', '* /')} */`)
  .join('\n');

/**
 * A handful of files instead of one for each source: Node spends more time on finding 80 small modules than on running
 * them. What the tests of consumers load (`internal`) is apart from what judges pacts, and what loads zod from both. What
 * runs in a page imports nothing of Node's.
 */
export default defineConfig([
  {
    input: {
      index: 'src/index.ts',
      browser: 'src/browser.ts',
      command: 'src/command.ts',
      internal: 'src/internal.ts',
      'api-document': 'src/api-document.ts',
      'customer-pact': 'src/customer-pact.ts',
    },
    platform: 'node',
    external: [/^[^./]/],
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: 'dist',
      sourcemap: true,
      // The sources are published, too.
      sourcemapExcludeSources: true,
      comments: false,
      cleanDir: true,
      chunkFileNames: '[name].js',
      codeSplitting: {
        // What is in no group stands by itself: what loads zod, and the commands.
        includeDependenciesRecursively: false,
        groups: [
          {
            name: 'pacts',
            test: /\/src\/(?:document|documented)\/|\/src\/json\/(?!json-schema)|\/src\/report\/(?:harmless-json|markdown-text|text-table)|\/src\/(?:config\/config-file|link-to|pact-error|secrets|sources\/broker-error)\.ts$/,
            priority: 3,
          },
          { name: 'lint', test: /\/src\/(?:lint\/(?!lint-settings|formats\/lint-report)|matching\/)/, priority: 2 },
          // What only Node has, and the command for most of its runs: the two others are the same in a page.
          {
            name: 'places',
            test: /\/src\/(?:sources\/read-|lint\/formats\/lint-report|command\/(?:config-at|pact-places|run-lint))/,
            priority: 1,
          },
        ],
      },
    },
  },
  {
    input: { oniguruma: 'src/matching/oniguruma.ts' },
    platform: 'neutral',
    moduleTypes: { '.wasm': 'base64' },
    output: { dir: 'dist', comments: false, banner: licence },
    resolve: { mainFields: ['main'] },
  },
  ...commonJs({ internal: 'src/internal.ts', 'api-document': 'src/api-document.ts' }),
]);
