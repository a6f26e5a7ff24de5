import type { Edit } from '../src/extend.ts';

/** Another locale: one file with its words, and one line. */
export const edits: readonly Edit[] = [
  {
    file: 'packages/fixtures/src/locale/all-locales.ts',
    at: "export { koKR } from '../locales/ko-KR.ts';",
    insert: "export { laVA } from '../locales/la-VA.ts';",
  },
];
