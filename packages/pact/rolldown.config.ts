import { defineConfig } from 'rolldown';

import { commonJs } from '../../commonjs.ts';

/**
 * A handful of files instead of one for each source: Node spends more time on finding 60 small modules than on running
 * them. Pact's verifier is one of its own, because it runs in a process of its own.
 */
export default defineConfig([
  {
    input: {
      index: 'src/index.ts',
      vitest: 'src/vitest.ts',
      jest: 'src/jest.ts',
      verify: 'src/verify.ts',
      commands: 'src/commands.ts',
      'customer-pact': 'src/customer-pact.ts',
      'node-test-witness': 'src/node-test-witness.ts',
      'verifier-process': 'src/verification/verifier-process.ts',
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
        includeDependenciesRecursively: false,
        groups: [
          // Who runs tests without mutations loads none of it.
          { name: 'mutations', test: /\/src\/mutation\/(?!mutations-variable)/, minShareCount: 2, priority: 1 },
          { name: 'shared', minShareCount: 2 },
        ],
      },
    },
  },
  ...commonJs({
    index: 'src/index.ts',
    verify: 'src/verify.ts',
    'verifier-process': 'src/verification/verifier-process.ts',
  }),
]);
