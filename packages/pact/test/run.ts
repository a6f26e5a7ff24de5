import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** How a program ended. */
export interface Run {
  readonly code: number | null;
  /** Everything that was printed, without colours. */
  readonly output: string;
}

/** Runs Node with these arguments, apart from the vitest that runs this test, and from what pnpm adds to the path of modules. */
export async function run(nodeArguments: readonly string[], cwd: string): Promise<Run> {
  const own = Object.entries(process.env).filter(([name]) => !/^VITEST|^TEST$|^NODE_ENV$|^NODE_PATH$/.test(name));
  const env = { ...Object.fromEntries(own), NO_COLOR: '1', CI: '1', PACT_DO_NOT_TRACK: 'true' };
  const child = spawn(process.execPath, nodeArguments, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, output: out + err };
}
