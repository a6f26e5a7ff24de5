import type { Edit } from '../src/extend.ts';

export const edits: readonly Edit[] = [
  {
    file: 'packages/schemas/src/index.ts',
    at: '// Problems',
    insert: "export { Greeting } from './greeting.ts';",
  },
];
