import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import * as z from 'zod';

const Printed = z.object({ stdout: z.string(), stderr: z.string() }).catch({ stdout: '', stderr: '' });

/** What a command printed. When it fails, the error shows the command, and all that it printed. */
export async function run(
  command: string,
  parameters: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(command, parameters, {
      ...options,
      // `npx -p node@24 ...` before this suite would have every npx in it run these packages, and pnpm says where those of
      // the workspace are.
      env: {
        ...process.env,
        npm_config_package: undefined,
        NODE_PATH: undefined,
        CI: 'true',
        PACT_DO_NOT_TRACK: 'true',
        ...options.env,
      },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = Printed.parse(error);
    throw new Error(`Failed to run ${command} ${parameters.join(' ')} in ${options.cwd}:\n${stdout}\n${stderr}`, {
      cause: error,
    });
  }
}
