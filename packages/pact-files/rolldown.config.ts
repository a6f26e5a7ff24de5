import { defineConfig } from 'rolldown';

import { commonJs } from '../../commonjs.ts';

/**
 * A handful of files instead of one for each source: Node spends more time on finding 80 small modules than on running
 * them. What the tests of consumers load (`internal`) is apart from what judges pacts, and what loads zod from both. What
 * runs in a page is built again, without what only Node has.
 */
export default defineConfig([
  {
    input: {
      index: 'src/index.ts',
      command: 'src/command.ts',
      internal: 'src/internal.ts',
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
            test: /\/src\/(?:document|documented)\/|\/src\/json\/(?!json-schema)|\/src\/sources\/(?:broker-error|read-)|\/src\/(?:pact-error|secrets)\.ts$|\/report\/text-table/,
            priority: 2,
          },
          { name: 'lint', test: /\/src\/(?:lint\/(?!lint-settings)|matching\/)/, priority: 1 },
        ],
      },
    },
  },
  {
    input: { browser: 'src/browser.ts' },
    platform: 'browser',
    external: [/^[^./]/],
    output: { dir: 'dist/browser', sourcemap: true, sourcemapExcludeSources: true, chunkFileNames: '[name].js' },
  },
  ...commonJs({ internal: 'src/internal.ts' }),
]);
