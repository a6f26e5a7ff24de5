import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import * as z from 'zod';

const require = createRequire(import.meta.url);
const fileOf = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);

const Score = z.number().nullable();
const Report = z.object({
  mutations: z.array(
    z.object({
      test: z.string(),
      kind: z.enum(['tolerance', 'sensitivity', 'refusal']),
      changes: z.array(z.object({ member: z.string(), claim: z.string() })),
      outcome: z.enum(['survived', 'broke', 'unnoticed', 'skipped']),
    }),
  ),
  score: z.object({ tolerance: Score, sensitivity: Score, refusal: Score }),
});

/** What `customer-pact mutate` says of contract tests of this app, for which vitest gets these arguments. */
export async function mutate(config: string, ...tests: readonly string[]): Promise<z.infer<typeof Report>> {
  const vitest = [process.execPath, fileOf('vitest', 'vitest.mjs'), 'run', '--config', config, ...tests];
  const command = [fileOf('@customer-contracts/pact', 'dist/customer-pact.js'), 'mutate', '--json', '--', ...vitest];
  // A vitest that runs this must not be taken for the one that is run.
  const own = Object.entries(process.env).filter(([name]) => !/^VITEST|^TEST$|^NODE_ENV$/.test(name));
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    cwd: join(import.meta.dirname, '..'),
    env: Object.fromEntries(own),
    maxBuffer: Infinity,
  });
  return Report.parse(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? ''));
}
