import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { root } from './code-blocks.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const floor = /^ {2}zod: \^(\d+\.\d+)\.0$/m.exec(read('pnpm-workspace.yaml'))?.[1];

const files = globSync(['README.md', 'packages/*/README.md', 'packages/*/src/**/*.ts', 'docs/guides/*.md'], {
  cwd: root,
});

test("zod's floor is one number: that of the peer, in every README, guide and message", () => {
  const said = files.flatMap((file) => [...read(file).matchAll(/zod (4\.\d+)/g)].map(([, number]) => [file, number]));
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter(([, number]) => number !== floor)).toEqual([]);
});

test('the floor is tried, and so is the newest', () => {
  const projects = read('tests/registry/src/type-projects.ts');
  expect(projects).toContain(`zod: '${floor}.0'`);
  expect(projects).toContain("zod: '4'");
});
