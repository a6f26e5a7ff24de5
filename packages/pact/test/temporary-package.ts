import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

import { createProgram } from '@customer-contracts/command/flags';
import { commands } from '@customer-contracts/pact/commands';
import { vi } from 'vitest';

/** How a run of `customer-pact init` ended. */
export interface Initialised {
  readonly code: number;
  /** What it printed, and its error. Its own folder is `<root>` there. */
  readonly lines: readonly string[];
}

/** A package of somebody in a folder of its own, which goes away with it. */
export interface TemporaryPackage extends AsyncDisposable {
  readonly root: string;
  /** `customer-pact init`, in this process and in that folder. */
  init(...flags: readonly string[]): Promise<Initialised>;
  write(file: string, text: string): void;
  read(file: string): string;
  /** All files with their texts. */
  all(): Readonly<Record<string, string>>;
}

/** A package with these files; what is no text is the JSON of a file. */
export async function temporaryPackage(files: Readonly<Record<string, unknown>>): Promise<TemporaryPackage> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'init-')));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const [file, content] of Object.entries(files))
    write(file, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  return {
    root,
    write,
    read,
    init: (...flags) => initIn(root, flags),
    all: () =>
      Object.fromEntries(
        readdirSync(root, { recursive: true, withFileTypes: true })
          .filter((each) => each.isFile())
          .map((each) => relative(root, join(each.parentPath, each.name)))
          .toSorted()
          .map((file): [string, string] => [file, read(file)]),
      ),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

async function initIn(root: string, flags: readonly string[]): Promise<Initialised> {
  const lines: string[] = [];
  const keep = (line: unknown): void => {
    lines.push(String(line).replaceAll(root, '<root>'));
  };
  vi.stubEnv('npm_config_user_agent', 'npm/11.0.0 node/v24.0.0');
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue(root);
  const log = vi.spyOn(console, 'log').mockImplementation(keep);
  const error = vi.spyOn(console, 'error').mockImplementation(keep);
  const program = createProgram({
    name: 'customer-pact',
    description: 'as pact-files makes it',
    from: import.meta.url,
    manifest: '../package.json',
  });
  commands.add(program);
  try {
    await program.parseAsync(['init', ...flags], { from: 'user' });
    return { code: Number(process.exitCode ?? 0), lines };
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    keep(`${thrown.name}: ${thrown.message}`);
    return { code: 1, lines };
  } finally {
    process.exitCode = undefined;
    vi.unstubAllEnvs();
    for (const spy of [cwd, log, error]) spy.mockRestore();
  }
}

/** A folder of programs that do as these shell scripts say, in place of package managers. */
export function fakePrograms(folder: string, scripts: Readonly<Record<string, string>>): string {
  const bin = join(folder, '.bin');
  if (!existsSync(bin)) mkdirSync(bin);
  for (const [name, script] of Object.entries(scripts))
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return `${bin}:${process.env['PATH'] ?? ''}`;
}
