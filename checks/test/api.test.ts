import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { apiChanges } from '../src/api-changes.ts';
import { snapshotProblems } from '../src/api-snapshots.ts';
import { apiOf } from '../src/api.ts';

/** The API of a package with these declarations. */
function api(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'api-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'packages/things/dist'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, 'packages/things/dist', file), text);
  const entries = [{ specifier: '@x/things', file: 'packages/things/dist/index.d.ts' }];
  return apiOf({ name: '@x/things', version: '1.0.0', folder: 'packages/things', entries }, root);
}

const index = `export { area, type Shape } from './shape.js';`;
const shape = `
  interface Point { x: number }
  /** A shape. */
  export interface Shape { points: Point[] }
  export declare function area(shape: Shape): number;
  export declare function hidden(): void;`;

test('writes down what is exported, and what that refers to', () => {
  expect(api({ 'index.d.ts': index, 'shape.d.ts': shape })).toMatchInlineSnapshot(`
    "// The public API of @x/things, written by \`pnpm api\`. What it refers to without exporting it stands behind.

    // @x/things Shape
    export interface Shape {
        points: Point[];
    }

    // @x/things area
    export declare function area(shape: Shape): number;

    // shape Point
    interface Point {
        x: number;
    }
    "
  `);
});

test('tells what was removed, changed and added, and follows types that are not exported', () => {
  const before = api({ 'index.d.ts': index, 'shape.d.ts': shape });
  const wider = api({ 'index.d.ts': index, 'shape.d.ts': shape.replace('x: number', 'x: number; y: number') });
  expect(apiChanges(before, before)).toEqual({ removed: [], changed: [], added: [] });
  expect(apiChanges(before, wider)).toEqual({ removed: [], changed: ['shape Point'], added: [] });

  const other = api({ 'index.d.ts': `export { hidden, type Shape } from './shape.js';`, 'shape.d.ts': shape });
  expect(apiChanges(before, other)).toEqual({ removed: ['@x/things area'], changed: [], added: ['@x/things hidden'] });
  expect(apiChanges('', before).added).toEqual(['@x/things Shape', '@x/things area']);
});

test('says what to do when nothing was built', () => {
  expect(() => api({})).toThrow(
    'Failed to read the API of @x/things: packages/things/dist/index.d.ts is no module. Build it.',
  );
});

test('shows the difference where an API is not as it is written down', () => {
  const root = mkdtempSync(join(tmpdir(), 'api-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const manifest = { name: '@x/things', version: '1.0.0', exports: { '.': { types: './dist/index.d.ts' } } };
  write('packages/things/package.json', JSON.stringify(manifest));
  write('packages/things/dist/index.d.ts', 'export declare const one = 1;');
  write('packages/schemas/openapi.json', '{}\n');
  write('checks/api/openapi.json', '{}\n');
  expect(snapshotProblems(root)).toEqual([
    expect.stringMatching(/^checks\/api\/things\.d\.ts is not .*\n(?:.|\n)*\+.*one = 1/),
  ]);

  const [first] = snapshotProblems(root);
  const current = [...(first ?? '').matchAll(/^\+(?!\+\+)(.*)$/gm)].map(([, line]) => `${line}\n`).join('');
  write('checks/api/things.d.ts', current);
  expect(snapshotProblems(root)).toEqual([]);

  write('checks/api/things.d.ts', current.replace('= 1', '= 2'));
  expect(snapshotProblems(root)).toEqual([
    expect.stringContaining('-export declare const one = 2;\n+export declare const one = 1;'),
  ]);
});
