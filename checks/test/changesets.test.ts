import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { changesetProblems } from '../src/changesets.ts';
import { git } from '../src/git.ts';

/** A repository whose packages `schemas` and `seed` were released, with what writes and commits in it. */
function repository(version: string) {
  const root = mkdtempSync(join(tmpdir(), 'changesets-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const commit = (): void => {
    git(root, 'add', '--all');
    git(root, '-c', 'user.name=Someone', '-c', 'user.email=someone@example.com', 'commit', '-qm', 'A change');
  };
  const changeset = (name: string, size: string): void =>
    write(`.changeset/${name}-${size}.md`, `---\n'@customer-contracts/${name}': ${size}\n---\n\nA change.\n`);
  git(root, 'init', '--quiet', '--initial-branch=main');
  for (const name of ['schemas', 'seed']) {
    write(
      `packages/${name}/package.json`,
      `{\n  "name": "@customer-contracts/${name}",\n  "version": "${version}",\n  "dependencies": { "a": "^1.0.0" }\n}\n`,
    );
    write(`packages/${name}/src/index.ts`, 'export const one = 1;\n');
    write(`checks/api/${name}.d.ts`, `// Head.\n\n// @customer-contracts/${name} one\nexport declare const one = 1;\n`);
  }
  write('checks/api/openapi.json', openapi({ maxLength: 50 }));
  commit();
  return { root, write, commit, changeset };
}

const openapi = (id: object): string =>
  JSON.stringify({
    paths: {
      '/customers': {
        get: { responses: { 200: { content: { 'application/json': { schema: { properties: { id } } } } } } },
      },
    },
    components: { schemas: {} },
  });

test('nothing is asked of a package that is as it was released', () => {
  const { root, write } = repository('0.1.0');
  write('packages/seed/README.md', 'Words.\n');
  write('packages/seed/test/a.test.ts', 'export {};\n');
  expect(changesetProblems(root)).toEqual([]);
});

test('a changed source needs a changeset of its own package', () => {
  const { root, write, changeset } = repository('0.1.0');
  write('packages/seed/src/index.ts', 'export const one = 1 + 0;\n');
  write('packages/seed/src/new.ts', 'export {};\n');
  changeset('schemas', 'patch');
  expect(changesetProblems(root)).toEqual([
    '@customer-contracts/seed 0.1.0 needs a changeset that says patch, and has none: pnpm exec changeset.\n' +
      '  changed packages/seed/src/index.ts\n  changed packages/seed/src/new.ts',
  ]);
  changeset('seed', 'patch');
  expect(changesetProblems(root)).toEqual([]);
});

test('a changed dependency needs one, and a changed tool does not', () => {
  const { root, write } = repository('0.1.0');
  const manifest = (others: string): string =>
    `{\n  "name": "@customer-contracts/seed",\n  "version": "0.1.0",\n  ${others}\n}\n`;
  write('packages/seed/package.json', manifest('"dependencies": { "a": "^1.0.0" }, "devDependencies": { "b": "1" }'));
  expect(changesetProblems(root)).toEqual([]);
  write('packages/seed/package.json', manifest('"dependencies": { "a": "^2.0.0" }'));
  expect(changesetProblems(root)).toEqual([
    expect.stringContaining('@customer-contracts/seed 0.1.0 needs a changeset that says patch, and has none'),
  ]);
});

test.each([
  ['0.1.0', 'changed', 'minor'],
  ['1.0.0', 'changed', 'major'],
  ['0.1.0', 'removed', 'minor'],
  ['1.0.0', 'removed', 'major'],
  ['0.1.0', 'added', 'minor'],
  ['1.0.0', 'added', 'minor'],
])('at %s a name of the API that was %s needs a changeset that says %s', (version, verb, size) => {
  const { root, write, changeset } = repository(version);
  const one = '// @customer-contracts/seed one\nexport declare const one = 1;\n';
  const apis: Record<string, string> = {
    changed: one.replace('= 1', '= 2'),
    removed: '',
    added: `${one}\n// @customer-contracts/seed two\nexport declare const two = 2;\n`,
  };
  write('checks/api/seed.d.ts', `// Head.\n\n${apis[verb]}`);
  changeset('seed', 'patch');
  const name = verb === 'added' ? 'two' : 'one';
  expect(changesetProblems(root)).toEqual([
    `@customer-contracts/seed ${version} needs a changeset that says ${size}, and has one that says patch: ` +
      `pnpm exec changeset.\n  ${verb} @customer-contracts/seed ${name}`,
  ]);
  changeset('seed', size);
  expect(changesetProblems(root)).toEqual([]);
});

test.each([
  ['a breaking change', { maxLength: 60 }, 'major', 'has maxLength 60, which was 50'],
  ['a safe one', { maxLength: 40 }, 'minor', 'has maxLength 40, which was 50'],
])('%s of the OpenAPI document needs a changeset of the schemas', (_, id, size, what) => {
  const { root, write } = repository('1.0.0');
  write('checks/api/openapi.json', openapi(id));
  expect(changesetProblems(root)).toEqual([
    `@customer-contracts/schemas 1.0.0 needs a changeset that says ${size}, and has none: pnpm exec changeset.\n` +
      `  GET /customers 200 body.id ${what}`,
  ]);
});

test('since a branch, only the changesets made since count', () => {
  const { root, write, commit, changeset } = repository('0.1.0');
  write('packages/seed/src/index.ts', 'export const one = 2;\n');
  changeset('seed', 'patch');
  commit();
  git(root, 'switch', '--quiet', '--create', 'a-branch');
  expect(changesetProblems(root, 'main')).toEqual([]);

  write('packages/seed/src/index.ts', 'export const one = 3;\n');
  commit();
  expect(changesetProblems(root)).toEqual([]);
  expect(changesetProblems(root, 'main')).toEqual([
    expect.stringContaining('@customer-contracts/seed 0.1.0 needs a changeset that says patch, and has none'),
  ]);
  changeset('seed', 'minor');
  expect(changesetProblems(root, 'main')).toEqual([]);
});
