import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { inTurn, type Rounds, type Row, row } from './row.ts';

const rounds = 21;

/** What importing a package costs a new process, beside importing what it would be compared with. */
export async function imports(): Promise<Row[]> {
  return [
    row(
      'import @customer-contracts/schemas | zod',
      'ms',
      await measured(`import('@customer-contracts/schemas')`, `import('zod')`),
      { atMost: 1.3 },
    ),
    row(
      'import @customer-contracts/fixtures | @faker-js/faker/locale/en',
      'ms',
      await measured(`import('@customer-contracts/fixtures')`, `import('@faker-js/faker/locale/en')`),
      { atMost: 1 },
    ),
    row(
      "import @customer-contracts/pact | require('@pact-foundation/pact')",
      'ms',
      await measured(`import('@customer-contracts/pact')`, `createRequire(import.meta.url)('@pact-foundation/pact')`),
      { atMost: 0.5 },
    ),
  ];
}

async function measured(ours: string, peer: string): Promise<Rounds> {
  return inTurn(
    rounds,
    () => milliseconds(ours),
    () => milliseconds(peer),
  );
}

/** Runs an import in a process of its own. The time is of the import alone, without the start of Node. */
async function milliseconds(importing: string): Promise<number> {
  const program = `import { createRequire } from 'node:module';
    const start = performance.now();
    await ${importing};
    process.stdout.write(String(performance.now() - start));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: import.meta.dirname,
    env: { ...process.env, PACT_DO_NOT_TRACK: 'true' },
  });
  return Number(stdout);
}
