import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = import.meta.resolve('@customer-contracts/command');
const flags = import.meta.resolve('@customer-contracts/command/flags');

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A command of these lines of code, which makes `command`, as a file: its path, how to run it, and how to run a line of bash with
 * `$command` in it, whose pipes fail with their first part.
 */
export async function commandOf(code: string, { preload = '' }: { readonly preload?: string } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'command-'));
  const file = join(folder, 'command.mjs');
  await writeFile(
    file,
    `${preload}
     import { CommandError, givenKey, startCommand } from '${main}';
     import { createProgram, wholeFlag } from '${flags}';
     import { writeFileSync } from 'node:fs';
     import { setTimeout as wait } from 'node:timers/promises';
     const load = async () => { ${code}; return { command }; };
     await startCommand('customer-test', load);`,
  );
  const start = (program: string, words: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const child = spawn(program, words, { cwd: folder, env: { ...process.env, NO_COLOR: '1', ...env } });
    const written = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (written.stdout += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (written.stderr += String(chunk)));
    const ended = new Promise<Ended>((resolve) =>
      child.once('close', (exitCode, signal) => resolve({ code: exitCode, signal, ...written })),
    );
    return { child, ended };
  };
  return {
    folder,
    start: (...words: readonly string[]) => start(process.execPath, [file, ...words]),
    run: (words: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
      start(process.execPath, [file, ...words], env).ended,
    shell: (line: string) =>
      start('bash', ['-o', 'pipefail', '-c', line.replaceAll('$command', `'${process.execPath}' '${file}'`)]).ended,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
