import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { startEmulator } from '@customer-contracts/emulator';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { type Generator, generators } from '../src/generators.ts';

const Printed = z.object({ stdout: z.string(), stderr: z.string() }).catch({ stdout: '', stderr: '' });

const require = createRequire(import.meta.url);
const suite = join(import.meta.dirname, '..');
const modules = join(suite, 'node_modules');

test.each(Object.entries(generators))(
  '%s makes a client that compiles, and works on the emulator',
  async (name, generator) => {
    using project = projectOf(name, generator);
    const { folder } = project;
    const [program, ...parameters] = generator.command;
    await run(folder, [join(modules, program), ...parameters]);
    await run(folder, [join(modules, 'typescript/bin/tsc')]);
    await bundle(folder);

    await using emulator = await startEmulator();
    const env = {
      CUSTOMERS_API_URL: `${emulator.url}/organizations/${emulator.organizationId}`,
      CUSTOMERS_API_KEY: emulator.apiKey,
    };
    const printed: unknown = JSON.parse(await run(folder, ['program.mjs'], env));
    expect(printed).toHaveProperty('id', expect.stringMatching(/^cus_/));
    expect(printed).toMatchObject({
      locale: 'fr-FR',
      source: 'google',
      listed: 1,
      email: null,
      text: null,
      fields: {},
    });
  },
);

/** An empty folder with the document, and the program that is compiled and run. */
function projectOf(name: string, { files }: Generator) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'generators-')));
  symlinkSync(modules, join(folder, 'node_modules'));
  cpSync(require.resolve('@customer-contracts/schemas/openapi.json'), join(folder, 'openapi.json'));
  cpSync(join(suite, `programs/${name}.ts`), join(folder, 'program.ts'));
  cpSync(join(suite, 'programs/setup.ts'), join(folder, 'setup.ts'));
  mkdirSync(join(folder, 'generated'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'a-user', private: true, type: 'module' }));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        module: 'ESNext',
        moduleResolution: 'bundler',
        types: ['node'],
        allowImportingTsExtensions: true,
        skipLibCheck: true,
      },
      files: ['program.ts'],
    }),
  );
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

async function bundle(folder: string): Promise<void> {
  await using made = await rolldown({ input: join(folder, 'program.ts'), platform: 'node', external: [/^[^./]/] });
  await made.write({ file: join(folder, 'program.mjs'), format: 'esm' });
}

/** Runs a program of Node. @returns what it printed. @throws with all of that when it fails. */
async function run(cwd: string, command: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  try {
    const options = { cwd, env: { ...process.env, CI: 'true', DO_NOT_TRACK: '1', ...env } };
    return (await promisify(execFile)(process.execPath, command, options)).stdout;
  } catch (error) {
    const { stdout, stderr } = Printed.parse(error);
    throw new Error(`Failed to run ${command.join(' ')}:\n${stdout}\n${stderr}`, { cause: error });
  }
}
