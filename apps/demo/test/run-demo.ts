import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { onTestFinished } from 'vitest';

const command = fileURLToPath(new URL('../dist/demo.js', import.meta.url));

/** A folder for the data of a demo, removed after the test. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the demo as `pnpm demo` does, with no other settings than these. */
export function startDemo(flags: readonly string[], settings: Readonly<Record<string, string>> = {}): ChildProcess {
  const none = { CUSTOMERS_API_URL: undefined, ORGANIZATION_ID: undefined, CUSTOMERS_API_KEY: undefined };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', command, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...none, ...settings },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** What a process has printed when it is over. */
export async function ended(child: ChildProcess): Promise<{ output: string; errors: string; code: number | null }> {
  const said = { output: '', errors: '' };
  child.stdout?.on('data', (chunk) => (said.output += String(chunk)));
  child.stderr?.on('data', (chunk) => (said.errors += String(chunk)));
  await once(child, 'close');
  return { ...said, code: child.exitCode };
}

/** Waits until the process has printed what the pattern looks for, and gives its first group. */
export function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      const found = pattern.exec((text += String(chunk)))?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('close', () => reject(new Error(`The process ended without printing ${pattern.source}: ${text}`)));
  });
}
