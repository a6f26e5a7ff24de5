import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';

import { raw, rawPact } from './raw-pact.ts';

const command = fileURLToPath(new URL('../dist/customer-pact.js', import.meta.url));

/** Tells which packages are loaded, as the last line of the error output. */
const hook = `
  import { registerHooks } from 'node:module';
  const names = new Set();
  registerHooks({ resolve(name, context, next) { if (/^[@a-z]/.test(name) && !name.includes(':')) names.add(name); return next(name, context); } });
  process.on('exit', () => process.stderr.write([...names].sort().join(' ')));
`;

test.each([
  ['sound', raw.getCustomer({ rules: { '$.id': { match: 'type' } } }), 0],
  ['faulty', raw.put({ send: { email: 'ann@example.com' }, answer: { emial: 'x' } }), 1],
])('judges a %s pact file without zod', (_, interaction, status) => {
  const directory = mkdtempSync(join(tmpdir(), 'pact-files-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const file = join(directory, 'pact.json');
  writeFileSync(file, rawPact([interaction]));

  const preload = `--import=data:text/javascript,${encodeURIComponent(hook)}`;
  const run = spawnSync(process.execPath, [preload, command, 'lint', file], { cwd: directory, encoding: 'utf8' });

  expect(run.status).toBe(status);
  const packages = run.stderr.split(' ');
  expect(packages).toContain('@customer-contracts/schemas/plain');
  expect(packages).not.toContain('zod');
  expect(packages).not.toContain('@customer-contracts/schemas');
});
