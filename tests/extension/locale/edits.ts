import type { Edit } from '../src/extend.ts';

/** A fifth locale: one file with its words, and one line. */
export const edits: readonly Edit[] = [
  {
    file: 'packages/fixtures/src/locales/locales.ts',
    at: "export { frFr } from './fr-fr.ts';",
    insert: "export { laVa } from './la-va.ts';",
  },
];
