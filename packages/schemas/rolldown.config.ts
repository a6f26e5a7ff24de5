import { defineConfig } from 'rolldown';

/**
 * Three files instead of one for each source: Node spends more time on finding 27 small modules than on running them.
 * Three instead of one, so that a bundler that is asked for a shape leaves the operations out; and one for the other packages
 * of this project, which loads none of the three, nor zod.
 */
export default defineConfig({
  input: ['src/index.ts', 'src/internal.ts'],
  external: ['zod'],
  output: {
    dir: 'dist',
    sourcemap: true,
    chunkFileNames: '[name].js',
    codeSplitting: {
      // A group takes what its files import, too: so the shapes, which all import, come first.
      groups: [
        {
          name: 'shapes',
          test: /\/(?:company|contact-object|customer|lead-source|problem|tolerant)\.ts$/,
          priority: 3,
        },
        {
          name: 'operations',
          test: /\/(?:operation|provider-states|match-operation|format-path|servers)[^/]*\.ts$/,
          priority: 2,
        },
        { name: 'filters', test: /filter[^/]*\.ts$/, priority: 1 },
      ],
    },
  },
});
