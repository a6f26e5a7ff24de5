import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The built command. */
export const command = fileURLToPath(new URL('../dist/customer-seed.js', import.meta.url));
const emulatorFolder = dirname(createRequire(import.meta.url).resolve('@customer-contracts/emulator/package.json'));

/** The key of {@link startEmulatorCommand}. */
export const apiKey = 'sk_of-the-test';

/** Starts the real command. Nothing of this process's environment leads it anywhere. */
export function startSeed(
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = { CUSTOMERS_API_KEY: apiKey },
) {
  const { CUSTOMERS_API_KEY: _, CUSTOMERS_API_URL: __, ORGANIZATION_ID: ___, ...rest } = process.env;
  const child = spawn(process.execPath, [command, ...flags], {
    env: { ...rest, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.stdout += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (written.stderr += String(chunk)));
  const ended = once(child, 'close').then(() => ({ ...written, code: child.exitCode, signal: child.signalCode }));
  return { child, ended };
}

/** Runs the real command to its end. */
export function runSeed(flags: readonly string[], environment?: Readonly<Record<string, string>>) {
  return startSeed(flags, environment).ended;
}

/** Runs a line of bash with `$seed` in it, which fails with the first part of a pipe. */
export async function shell(line: string) {
  const seed = `'${process.execPath}' '${command}'`;
  const child = spawn('bash', ['-o', 'pipefail', '-c', line.replaceAll('$seed', seed)], {
    env: { ...process.env, CUSTOMERS_API_KEY: apiKey },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)));
  await once(child, 'close');
  return { code: child.exitCode, stderr };
}

/** Starts the real emulator in a process of its own. */
export async function startEmulatorCommand(flags: readonly string[]) {
  const child = spawn(
    process.execPath,
    [join(emulatorFolder, 'dist/customer-emulator.js'), '--port', '0', '--quiet', ...flags],
    { env: { ...process.env, CUSTOMERS_API_KEY: apiKey }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/[\d.:]+/.exec(line)?.[0];
    if (url === undefined) continue;
    return {
      url,
      [Symbol.asyncDispose]: async () => {
        child.kill('SIGINT');
        await exited;
      },
    };
  }
  throw new Error('The emulator ended before it listened.');
}
