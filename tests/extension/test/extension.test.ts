import { join } from 'node:path';

import { expect, test } from 'vitest';

import { copyRepository } from '../src/copied-repository.ts';
import { type Edit, extend } from '../src/extend.ts';
import { edits } from '../trivial/edits.ts';

const node = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
const files = join(import.meta.dirname, '../trivial/files');

test('a copy of the packages takes an extension, is built, and uses nothing of the original', () => {
  using copy = copyRepository();
  expect(extend(copy.root, files, edits)).toEqual([
    'packages/schemas/src/greeting.ts',
    'packages/schemas/src/index.ts',
  ]);
  copy.build();
  copy.run('node_modules/.bin/tsc', '-p', 'trivial');
  expect(copy.run(process.execPath, ...node, 'trivial/use.ts').split('\n')).toEqual([
    'world',
    join(copy.root, 'packages/schemas/dist/index.js'),
    '',
  ]);
});

test('a file that is there already is not added', () => {
  using copy = copyRepository();
  extend(copy.root, files, []);
  expect(() => extend(copy.root, files, [])).toThrow(
    new Error('Failed to add packages/schemas/src/greeting.ts: there is one already. Add lines to it by an edit.'),
  );
});

test.each<[Pick<Edit, 'file' | 'after'>, string]>([
  [{ file: 'nowhere.ts', after: 'x' }, 'there is no such file. Name one of the repository.'],
  [{ file: 'tsconfig.base.json', after: 'nothing' }, 'no line is "nothing". Name a line that it has once.'],
  [{ file: 'packages/schemas/LICENSE', after: '' }, '5 lines are "". Name a line that it has once.'],
])('the place of an edit has to be clear: %j', (edit, reason) => {
  using copy = copyRepository();
  expect(() => extend(copy.root, files, [{ ...edit, insert: '' }])).toThrow(
    new Error(`Failed to edit ${edit.file}: ${reason}`),
  );
});
