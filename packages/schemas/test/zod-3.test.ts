import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);

test.each([
  ['an ES module', 'await import("@customer-contracts/schemas")'],
  ['CommonJS', 'createRequire(import.meta.url)("@customer-contracts/schemas")'],
])('beside zod 3 it says in one sentence what to do, as %s', async (_, code) => {
  using project = projectWithZod3();
  const program = `import { createRequire } from 'node:module';\n${code};`;
  const loading = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: project.folder,
  });
  await expect(loading).rejects.toHaveProperty(
    'stderr',
    expect.stringContaining(
      'Error: Failed to load @customer-contracts/schemas: the zod beside it is older than 4. Install zod 4.3 or later, or import types alone, from @customer-contracts/types.\n',
    ),
  );
});

/** A project whose zod is that of version 3, which zod 4 has in it. */
function projectWithZod3() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'zod-3-')));
  const installed = (name: string) => dirname(require.resolve(`${name}/package.json`));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@customer-contracts/schemas'), { recursive: true });
  mkdirSync(join(modules, 'zod'));
  symlinkSync(realpathSync(installed('zod')), join(modules, 'zod-4'));
  writeFileSync(
    join(modules, 'zod/package.json'),
    JSON.stringify({ name: 'zod', version: '3.25.76', main: 'index.cjs' }),
  );
  writeFileSync(join(modules, 'zod/index.cjs'), `module.exports = require('zod-4/v3');\n`);
  for (const part of ['package.json', 'dist']) {
    cpSync(join(installed('@customer-contracts/schemas'), part), join(modules, '@customer-contracts/schemas', part), {
      recursive: true,
    });
  }
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
