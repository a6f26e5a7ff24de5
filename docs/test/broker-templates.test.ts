import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

import { root } from './code-blocks.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const Workflow = z.object({
  jobs: z.record(z.string(), z.object({ steps: z.array(z.object({ run: z.string().default('') })) })),
});

const jobs = globSync('docs/templates/**/*.yml', { cwd: root }).flatMap((file) =>
  Object.entries(Workflow.parse(parse(read(file))).jobs).map(([name, { steps }]) => ({
    job: `${file}: ${name}`,
    lines: steps.map(({ run }) => run),
  })),
);
const talking = jobs.filter(({ lines }) => lines.some((line) => line.includes('pact-broker')));
const [, version = ''] = /'@pact-foundation\/pact-cli': (\S+)/.exec(read('pnpm-workspace.yaml')) ?? [];

test('some jobs talk to a broker', () => {
  expect(talking.length).toBeGreaterThan(2);
});

test.each(talking)('$job installs the pact-broker that is tried here before it runs it', ({ lines }) => {
  const installs = lines.indexOf(`npm install --no-save --ignore-scripts @pact-foundation/pact-cli@${version}`);
  expect(installs).not.toBe(-1);
  expect(lines.findIndex((line) => line.includes('pact-broker'))).toBeGreaterThan(installs);
});
