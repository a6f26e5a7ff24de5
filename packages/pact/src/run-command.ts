import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';

import { PactError } from '@customer-contracts/pact-files/internal';
import spawn from 'cross-spawn';

/** How a command is run. */
interface RunOptions {
  /** What its environment has besides; `undefined` for what it has not. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where its standard output goes. */
  readonly output?: 'stdout' | 'stderr';
  /** The working directory by default. */
  readonly directory?: string;
}

/**
 * Runs a command. It gets the signals that this process gets.
 *
 * @returns its exit code, as a shell gives it.
 * @throws {PactError} when it can't be started.
 */
export async function runCommand(
  [program = '', ...given]: readonly string[],
  { environment, output = 'stdout', directory }: RunOptions,
): Promise<number> {
  // Windows starts no `.cmd` without a shell, and a shell takes arguments for its own.
  const child = spawn(program, given, {
    stdio: ['inherit', output === 'stdout' ? 1 : 2, 2],
    env: { ...process.env, ...environment },
    cwd: directory,
  });
  const stop = passSignalsTo(child);
  try {
    await once(child, 'exit');
  } catch (cause) {
    throw notStarted(program, cause);
  } finally {
    stop();
  }
  return child.exitCode ?? (child.signalCode === null ? 1 : 128 + constants.signals[child.signalCode]);
}

/** Who stops this process means the tests; it lives on until they are over, and cleans up. */
function passSignalsTo(child: ChildProcess): () => void {
  const pass = (signal: NodeJS.Signals) => {
    // A terminal has sent this one to both.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}

function notStarted(program: string, cause: unknown): PactError {
  const isUnknown = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  const received = isUnknown ? 'there is no such command' : String(cause);
  return new PactError(`Failed to run ${program}: ${received}. Check the name.`, { cause });
}
