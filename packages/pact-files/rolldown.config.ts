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
 * them. What the tests of consumers load (`internal`) is apart from what judges pacts.
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
    output: {
      dir: 'dist',
      sourcemap: true,
      // The sources are published, too.
      sourcemapExcludeSources: true,
      cleanDir: true,
      chunkFileNames: '[name].js',
      codeSplitting: {
        // A group takes what its files import, too: so the pacts, which all import, come first.
        groups: [
          {
            name: 'pacts',
            test: /\/src\/(?:document|documented|json|sources)\/|\/src\/(?:pact-error|secrets)\.ts$/,
            priority: 2,
          },
          { name: 'judgements', test: /\/src\/(?:lint|matching|report)\//, priority: 1 },
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
  ...commonJs({ internal: 'src/internal.ts' }),
]);
