import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { packedFiles } from '../src/packed-files.ts';
import { root } from '../src/places.ts';

const repository = 'https://github.com/acme/contracts';
const manifest = '{ "name": "@acme/one", "version": "1.0.0" }\n';

/** A workspace with two packages and a page, which is deleted after the test. */
function workspaceOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const all = {
    'packages/one/package.json': manifest,
    'packages/two/README.md': '# two\n',
    'docs/a.md': '# a\n',
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const readmeOf = (readme: string, files: Readonly<Record<string, string>> = {}, at?: string): string | undefined =>
  packedFiles(workspaceOf({ 'packages/one/README.md': readme, ...files }), 'packages/one', at).get('README.md');

test.each([
  ['[`two`](../two)', '`two`', `[\`two\`](${repository}/tree/main/packages/two)`],
  ['[two](../two/)', 'two', `[two](${repository}/tree/main/packages/two)`],
  ['[two](../two/README.md#x)', 'two', `[two](${repository}/blob/main/packages/two/README.md#x)`],
  ['see [a](../../docs/a.md#b), [c](#c)', 'see a, [c](#c)', `see [a](${repository}/blob/main/docs/a.md#b), [c](#c)`],
  ['[`list[0]` and [1]](../two)', '`list[0]` and [1]', `[\`list[0]\` and [1]](${repository}/tree/main/packages/two)`],
  ['[two](./../two)', 'two', `[two](${repository}/tree/main/packages/two)`],
  ['[own](docs/own.yaml)', '[own](docs/own.yaml)', '[own](docs/own.yaml)'],
  ['[zod](https://zod.dev)', '[zod](https://zod.dev)', '[zod](https://zod.dev)'],
  ['`[code](../two)`', '`[code](../two)`', '`[code](../two)`'],
  ['```ts\nx[0](../two);\n```', '```ts\nx[0](../two);\n```', '```ts\nx[0](../two);\n```'],
])(
  'a link that leaves the package is its text without a repository, and leads there with one: %s',
  (link, without, set) => {
    expect([readmeOf(link), readmeOf(link, {}, repository)]).toEqual([without, set]);
  },
);

test('a page of the guides that the package brings along is linked there', () => {
  const own = { 'docs/rules.md': '# rules\n', 'packages/one/rules.md': '# rules\n' };
  expect(readmeOf('[rules](../../docs/rules.md#one)', own)).toBe('[rules](rules.md#one)');
  expect(readmeOf('[rules](../../docs/rules.md)', own, repository)).toBe('[rules](rules.md)');
});

test('a file of the package that is not packed is linked in the repository', () => {
  const files = {
    'packages/one/package.json': '{ "name": "@acme/one", "files": ["dist", "SKILL.md"] }\n',
    'packages/one/examples/a.ts': '',
    'packages/one/dist/b.js': '',
    'packages/one/SKILL.md': '',
  };
  const readme = '[a](examples/a.ts), [b](dist/b.js), [skill](SKILL.md)';
  expect(readmeOf(readme, files)).toBe('a, [b](dist/b.js), [skill](SKILL.md)');
  expect(readmeOf(readme, files, repository)).toBe(
    `[a](${repository}/blob/main/packages/one/examples/a.ts), [b](dist/b.js), [skill](SKILL.md)`,
  );
});

test('package.json says where the project is once there is a place, and nothing before', () => {
  const workspace = workspaceOf({});
  expect(packedFiles(workspace, 'packages/one', undefined).get('package.json')).toBe(manifest);
  expect(JSON.parse(packedFiles(workspace, 'packages/one', repository).get('package.json') ?? '')).toEqual({
    name: '@acme/one',
    version: '1.0.0',
    homepage: `${repository}/tree/main/packages/one#readme`,
    bugs: { url: `${repository}/issues` },
    repository: { type: 'git', url: `git+${repository}.git`, directory: 'packages/one' },
  });
});

test.each(['acme/contracts', 'git@github.com:acme/contracts.git', `${repository}.git`, `${repository}/`, ''])(
  'the repository is not %o',
  (given) => {
    expect(() => packedFiles(workspaceOf({}), 'packages/one', given)).toThrow(
      `Failed to pack packages/one: the repository is ${given}. Write it as https://github.com/OWNER/NAME.`,
    );
  },
);

/** Packs by hand in a copy of the scripts: `before`, `after`, or what somebody does in between. */
function packingIn(workspace: string): (step: 'before' | 'after') => void {
  for (const file of ['checks/src/pack.ts', 'checks/src/packed-files.ts', 'checks/src/places.ts'])
    cpSync(join(root, file), join(workspace, file), { recursive: true });
  const constant = 'packages/schemas/src/internal/repository.ts';
  cpSync(join(root, constant), join(workspace, constant), { recursive: true });
  const node = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', '../../checks/src/pack.ts'];
  return (step) => void execFileSync(process.execPath, [...node, step], { cwd: join(workspace, 'packages/one') });
}

test('after a packing the package is as it was, also when the one before was killed', () => {
  const workspace = workspaceOf({ 'packages/one/README.md': '[two](../two)\n' });
  const one = join(workspace, 'packages/one');
  const state = (): unknown => [
    readdirSync(one).filter((file) => file !== 'node_modules'),
    readFileSync(join(one, 'README.md'), 'utf8'),
  ];
  const pack = packingIn(workspace);
  const before = state();
  for (const step of ['before', 'before'] as const) pack(step);
  expect(state()).toEqual([['CHANGELOG.md', 'README.md', 'package.json'], 'two\n']);
  pack('after');
  expect(state()).toEqual(before);
  pack('before');
  writeFileSync(join(one, 'README.md'), 'a new text\n');
  pack('after');
  expect(state()).toEqual([['README.md', 'package.json'], 'a new text\n']);
});
