import { defineConfig } from 'rolldown';

/**
 * A handful of files instead of one for each source: Node spends more time on finding 60 small modules than on running
 * them. The verification is a file of its own, which tests never load; so is Pact's verifier, which runs in a process of
 * its own.
 */
export default defineConfig({
  input: {
    index: 'src/index.ts',
    vitest: 'src/vitest.ts',
    'customer-pact': 'src/customer-pact.ts',
    'verifier-process': 'src/verification/verifier-process.ts',
  },
  platform: 'node',
  external: [/^[^./]/],
  output: {
    dir: 'dist',
    sourcemap: true,
    chunkFileNames: '[name].js',
    codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
  },
});
