import { join } from 'node:path';

import { expect, test } from 'vitest';

import { edits as locale } from '../locale/edits.ts';
import { edits as ninth } from '../ninth/edits.ts';
import { copyRepository } from '../src/copied-repository.ts';
import { type Edit, extend } from '../src/extend.ts';
import { edits as tenth } from '../tenth/edits.ts';
import { edits } from '../trivial/edits.ts';

/** Each has a folder here: `edits.ts`, `files` to add, and `use.ts`, which throws where the copy doesn't do what it should. */
const extensions: Readonly<Record<string, readonly Edit[]>> = { trivial: edits, ninth, tenth, locale };

const node = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
const filesOf = (name: string) => join(import.meta.dirname, '..', name, 'files');
const files = filesOf('trivial');

/** What reads the table, and has to change for no endpoint. */
const readers = /^packages\/(?:client|pact|pact-files|seed)\//;

test.each(Object.entries(extensions))('%s takes six files at most, and none of what reads the table', (name, edits) => {
  using copy = copyRepository();
  const changed = extend(copy.root, filesOf(name), edits);
  expect(changed.length).toBeLessThanOrEqual(6);
  expect(changed.filter((file) => readers.test(file))).toEqual([]);
});

test('a copy of the packages takes all of them, one after the other, is built, and can be used', () => {
  using copy = copyRepository();
  for (const [name, edits] of Object.entries(extensions)) extend(copy.root, filesOf(name), edits);
  copy.build();
  for (const name of Object.keys(extensions)) {
    copy.run('node_modules/.bin/tsc', '-p', name);
    expect(copy.run(process.execPath, ...node, `${name}/use.ts`)).toBe('');
  }
});

test('a locale is one file and one line', () => {
  using copy = copyRepository();
  expect(extend(copy.root, filesOf('locale'), locale)).toEqual([
    'packages/fixtures/src/locale/all-locales.ts',
    'packages/fixtures/src/locales/la-VA.ts',
  ]);
  expect(locale.map(({ insert }) => insert.split('\n').length)).toEqual([1]);
});

test('an entry that lacks a part of its own is not built, and the compiler says which', () => {
  using copy = copyRepository();
  const rule = 'packages/schemas/src/writes/resource-after-write.ts';
  extend(
    copy.root,
    filesOf('tenth'),
    tenth.filter(({ file }) => file !== rule),
  );
  expect(() => copy.build()).toThrow(/resource-after-write\.ts\S* error TS2741: Property 'patchCustomer' is missing/);
});

test('says which files were added or changed, each once', () => {
  using copy = copyRepository();
  expect(extend(copy.root, files, [...edits, ...edits.map((edit) => ({ ...edit, insert: '' }))])).toEqual([
    'packages/schemas/src/greeting.ts',
    'packages/schemas/src/index.ts',
  ]);
});

test('what cannot be built says why', () => {
  using copy = copyRepository();
  extend(copy.root, files, [{ file: 'packages/schemas/src/index.ts', at: '// Problems', insert: 'export 1;' }]);
  expect(() => copy.build()).toThrow(
    /^Failed to run \S+node\S* --run build in \S+\/packages\/types:\n[^]*src\/index\.ts/,
  );
});

test('a file that is there already is not added', () => {
  using copy = copyRepository();
  extend(copy.root, files, []);
  expect(() => extend(copy.root, files, [])).toThrow(
    new Error('Failed to add packages/schemas/src/greeting.ts: there is one already. Add lines to it by an edit.'),
  );
});

test.each<[Pick<Edit, 'file' | 'at'>, string]>([
  [{ file: 'nowhere.ts', at: 'x' }, 'there is no such file. Name one of the repository.'],
  [{ file: 'tsconfig.base.json', at: 'nothing' }, 'no line is "nothing". Name a line that it has once.'],
  [{ file: 'packages/schemas/LICENSE', at: '' }, '5 lines are "". Name a line that it has once.'],
])('the place of an edit has to be clear: %j', (edit, reason) => {
  using copy = copyRepository();
  expect(() => extend(copy.root, files, [{ ...edit, insert: '' }])).toThrow(
    new Error(`Failed to edit ${edit.file}: ${reason}`),
  );
});
