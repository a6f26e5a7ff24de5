import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

import { seedIds } from '@customer-contracts/seed';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

import { command } from './start-command.ts';

const text = (name: string) => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');

const Manifest = z.looseObject({
  apiVersion: z.literal('batch/v1'),
  kind: z.literal('Job'),
  spec: z.looseObject({
    completions: z.int(),
    template: z.looseObject({
      spec: z.looseObject({
        containers: z.tuple([
          z.looseObject({ name: z.string(), command: z.array(z.string()), args: z.tuple([z.string()]) }),
        ]),
      }),
    }),
  }),
});

const Workflow = z.strictObject({
  name: z.string(),
  on: z.literal('workflow_dispatch'),
  jobs: z.strictObject({
    seed: z.looseObject({
      strategy: z.looseObject({ matrix: z.object({ shard: z.array(z.int()) }) }),
      steps: z.array(z.looseObject({ run: z.string().optional() })),
    }),
  }),
});

/** What a shell of the scheduler makes of the command line, with `ids` in the place of the seeding. */
async function idsOf(line: string, environment: Readonly<Record<string, string>>): Promise<string[]> {
  const here = line
    .replace('npx -y -p @customer-contracts/seed customer-seed', `"${process.execPath}" "${command}" ids`)
    .replace('--count 100000', '--count 100')
    .replace(' --yes', '');
  const child = spawn('sh', ['-c', here], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += String(chunk)));
  await once(child, 'close');
  return stdout.trim().split('\n');
}

const all = await Array.fromAsync(seedIds({ count: 100, seed: 42 }));

test('the Kubernetes manifest is a valid Job, and its pods make the whole', async () => {
  const manifest = Manifest.parse(parse(text('kubernetes-job.yaml')));
  expect(() => new Job(manifest).validate()).not.toThrow('');
  const wrong = { ...manifest, spec: { ...manifest.spec, completions: 1.5 } };
  expect(() => new Job(wrong).validate()).toThrow('completions');
  const { completions, template } = manifest.spec;
  const [{ args }] = template.spec.containers;
  expect(args[0]).toContain(`--shard "$((JOB_COMPLETION_INDEX + 1))/${completions}"`);
  const shards = Array.from({ length: completions }, (_, index) =>
    idsOf(args[0], { JOB_COMPLETION_INDEX: String(index) }),
  );
  expect((await Promise.all(shards)).flat()).toEqual(all);
});

test('the matrix of GitHub Actions has every shard once, and its jobs make the whole', async () => {
  const { strategy, steps } = Workflow.parse(parse(text('github-actions.yaml'))).jobs.seed;
  const line = steps.find(({ run }) => run !== undefined)?.run ?? '';
  const { shard } = strategy.matrix;
  const shards = shard.map((number) => idsOf(line.replace('${{ matrix.shard }}', String(number)), {}));
  expect((await Promise.all(shards)).flat()).toEqual(all);
});
