import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';

import { codeBlocks, root } from './code-blocks.ts';

const Manifest = z.object({
  name: z.string(),
  scripts: z.record(z.string(), z.string()).default({}),
  bin: z.record(z.string(), z.string()).default({}),
});
const manifest = (folder: string) =>
  Manifest.parse(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')));

const { scripts } = manifest('.');
const packages = ['types', 'schemas', 'fixtures', 'client', 'emulator', 'pact-files', 'pact', 'seed'].map((name) =>
  manifest(`packages/${name}`),
);
const commands = new Set(packages.flatMap(({ bin }) => Object.keys(bin)));
const bins = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));

const lines = codeBlocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ file, line, code }) =>
    code
      .split('\n')
      .filter((text) => text.trim() !== '' && !text.startsWith('#'))
      .map((text) => ({ place: `${file}:${line}`, text })),
  );

/** What may stand behind each program; `undefined` for anything. */
const known: Record<string, readonly string[] | undefined> = {
  pnpm: [...Object.keys(scripts), 'install', 'exec'],
  npm: ['install'],
  // npx runs the only command of a package by its name.
  npx: [...commands, ...packages.filter(({ bin }) => Object.keys(bin).length === 1).map(({ name }) => name), 'vitest'],
  git: undefined,
  cd: undefined,
  export: undefined,
  ...Object.fromEntries([...commands].map((command) => [command, undefined])),
};

test.each(lines)('$place names what exists: $text', ({ text }) => {
  const [program = '', first = '', ...others] = text
    .replace(/^npx -y -p node@24 -p pnpm@12 /, '')
    .split(' ')
    .filter((word) => !/^[A-Z_]+=/.test(word));
  expect(Object.keys(known)).toContain(program);
  expect(known[program] ?? [first]).toContain(first);
  const ours = others.filter((word) => word.startsWith('@customer-contracts/'));
  expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(ours));
});

test.each(lines.filter(({ text }) => [...commands].some((command) => text.includes(`${command} `))))(
  '$place works: $text',
  async ({ text }) => {
    const cwd = mkdtempSync(join(tmpdir(), 'readme-'));
    onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
    // A reader's port may be taken here.
    const child = spawn('bash', ['-c', `exec ${text.replace(/^npx /, '').replace(/--port \d+/, '--port 0')}`], {
      cwd,
      env: { ...process.env, PATH: `${bins}:${process.env['PATH'] ?? ''}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    const exited = once(child, 'exit');
    await Promise.race([once(child.stdout, 'data'), exited]);
    child.kill('SIGINT');
    await exited;
    expect(child.exitCode, errors).toBe(0);
  },
);

test.each(codeBlocks.filter(({ language }) => language === 'json'))('$file:$line is JSON', ({ code }) => {
  expect(JSON.parse(code)).toBeDefined();
});
