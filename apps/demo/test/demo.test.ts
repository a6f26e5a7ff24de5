import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';

const command = fileURLToPath(new URL('../dist/demo.js', import.meta.url));

test('the loop runs once: filled, under contract, verified, and all 40 answers covered', async () => {
  const { output, code } = await ended(run('--once'));
  const [emulator, fill, contract, verify] = output.split('\n');
  expect(emulator).toMatch(
    /^Emulator {2}the eight endpoints on SQLite, at http:\/\/127\.0\.0\.1:\d+\/organizations\/demo$/,
  );
  expect(fill).toBe('Fill      200 customers with their lead sources, put there by the client');
  expect(contract).toMatch(
    /^Contract {2}41 tests of the official rebilly-js-sdk made .*rebilly-js-sdk-rebilly-customers-api\.json$/,
  );
  expect(verify).toMatch(/^Verify {4}\d+ interactions are honoured by the emulator, says Pact's own verifier$/);
  expect(output).toContain('✔ in contract and verified: 40 of 40');
  expect(output.match(/✔/g)).toHaveLength(41);
  expect(code).toBe(0);
});

test('then the page is served until Ctrl-C, and nothing is left running', async () => {
  const child = run('--port', '0');
  const finished = ended(child);
  const url = await printed(child, /The customers are at (http:\S+) until you press Ctrl-C\./);
  const answer = await fetch(url);
  expect(await answer.text()).toContain('1–25 of 200');
  child.kill('SIGINT');
  expect((await finished).code).toBe(0);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

test('Ctrl-C in the middle of the loop ends it', async () => {
  const child = run('--once');
  const finished = ended(child);
  await printed(child, /(Fill)/);
  child.kill('SIGINT');
  const { code, errors } = await finished;
  expect({ code, errors }).toEqual({ code: 130, errors: '' });
});

test('a port that is taken is said in one line', async () => {
  await using taken = await takenPort();
  const { code, errors } = await ended(run('--port', String(taken.port)));
  expect(errors).toBe(
    `Failed to serve the page: listen EADDRINUSE: address already in use 127.0.0.1:${taken.port}. Choose another port with --port.\n`,
  );
  expect(code).toBe(1);
});

test('a port that is none is refused', async () => {
  const { code, errors } = await ended(run('--port', 'eighty'));
  expect(errors).toBe(
    "error: option '--port <port>' argument 'eighty' is invalid. A port is a number from 0 to 65535.\n",
  );
  expect(code).toBe(1);
});

function run(...flags: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [command, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function ended(child: ChildProcess): Promise<{ output: string; errors: string; code: number | null }> {
  const said = { output: '', errors: '' };
  child.stdout?.on('data', (chunk) => (said.output += String(chunk)));
  child.stderr?.on('data', (chunk) => (said.errors += String(chunk)));
  await once(child, 'close');
  return { ...said, code: child.exitCode };
}

/** Waits until the process has printed what the pattern looks for, and gives its first group. */
function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      const found = pattern.exec((text += String(chunk)))?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('close', () => reject(new Error(`The process ended without printing ${pattern.source}: ${text}`)));
  });
}

async function takenPort(): Promise<AsyncDisposable & { port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    [Symbol.asyncDispose]: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
