import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';
import * as z from 'zod';

const require = createRequire(import.meta.url);
const app = join(import.meta.dirname, '..');
const fileOf = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);

const Report = z.object({
  mutations: z.array(z.object({ outcome: z.string() })),
  score: z.object({ tolerance: z.number(), sensitivity: z.number(), refusal: z.number() }),
});

test.each(['lead-desk', 'rebilly-js-sdk'])(
  '%s survives every answer that the API documents, and its tests notice each member that it reads',
  async (consumer) => {
    const tests = ['run', '--config', 'vitest.contract.config.ts', `contract/${consumer}`];
    const vitest = [process.execPath, fileOf('vitest', 'vitest.mjs'), ...tests];
    const mutate = [fileOf('@customer-contracts/pact', 'dist/customer-pact.js'), 'mutate', '--json', '--', ...vitest];
    const own = Object.entries(process.env).filter(([name]) => !/^VITEST|^TEST$|^NODE_ENV$/.test(name));
    const { stdout } = await promisify(execFile)(process.execPath, mutate, {
      cwd: app,
      env: Object.fromEntries(own),
      maxBuffer: Infinity,
    });

    const { mutations, score } = Report.parse(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? ''));
    expect(score).toEqual({ tolerance: 1, sensitivity: 1, refusal: 1 });
    expect(mutations.filter(({ outcome }) => outcome !== 'survived')).toEqual([]);
    expect(mutations.length).toBeGreaterThan(400);
  },
  300_000,
);
