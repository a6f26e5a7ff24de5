import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const folder = new URL('../', import.meta.url);
const manifest: unknown = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));

test('has no dependency and no peer', () => {
  expect(manifest).not.toHaveProperty('dependencies');
  expect(manifest).not.toHaveProperty('peerDependencies');
  expect(manifest).not.toHaveProperty('optionalDependencies');
});

test('is nothing at run time, as a module and as CommonJS', async () => {
  expect(Object.keys(await import('@customer-contracts/types'))).toEqual([]);
  const required: unknown = require('@customer-contracts/types');
  expect(required).toEqual({});
});

test('has declarations that refer to each other only', () => {
  const declarations = globSync('dist/**/*.d.ts', { cwd: folder });
  const imported = declarations.flatMap((file) => [
    ...readFileSync(new URL(file, folder), 'utf8').matchAll(/from '([^']+)'|import\("([^"]+)"\)|<reference/g),
  ]);
  expect(imported.length).toBeGreaterThan(0);
  expect(imported.map(([, path = '']) => path).filter((path) => !path.startsWith('./'))).toEqual([]);
});
