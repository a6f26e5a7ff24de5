import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server in a process of its own, stopped when disposed of. */
export interface ServerProcess extends AsyncDisposable {
  /** Where it listens, as it printed it. */
  readonly url: string;
  readonly pid: number;
}

/** Starts a Node program that prints the address it listens at, and waits until it has. */
export async function servedBy(
  program: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, program, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await exited;
  };
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url === undefined) continue;
    child.stdout.resume();
    return { url, pid: child.pid ?? 0, [Symbol.asyncDispose]: stop };
  }
  throw new Error(`Failed to start ${program[0]}: it ended without printing an address. Run it by hand to see why.`);
}
