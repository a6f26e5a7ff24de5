import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

import { seedIds } from '@customer-contracts/seed';
import { CronJob } from 'kubernetes-models/batch/v1/CronJob';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

import { answering } from './answering.ts';
import { apiKey, command, runSeed, startEmulatorCommand } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = new URL('../docs/', import.meta.url);
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const program = 'exec node node_modules/@customer-contracts/seed/dist/customer-seed.js';

const Pod = z.looseObject({
  spec: z.looseObject({
    volumes: z.array(z.looseObject({ name: z.string() })).exactOptional(),
    containers: z.tuple([
      z.looseObject({
        name: z.string(),
        image: z.string(),

        args: z.array(z.string()),
      }),
    ]),
  }),
});

const IndexedJob = z.looseObject({
  apiVersion: z.literal('batch/v1'),
  kind: z.literal('Job'),
  spec: z.looseObject({ completions: z.int(), template: Pod }),
});

const Claim = z.looseObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('PersistentVolumeClaim'),
  metadata: z.looseObject({ name: z.string() }),
});

const NightlyJob = z.looseObject({
  apiVersion: z.literal('batch/v1'),
  kind: z.literal('CronJob'),
  spec: z.looseObject({ schedule: z.string(), jobTemplate: z.looseObject({ spec: z.looseObject({ template: Pod }) }) }),
});

const Workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({ schedule: z.tuple([z.object({ cron: z.string() })]), workflow_dispatch: z.null() }),
  permissions: z.strictObject({}),
  concurrency: z.object({ group: z.string() }),
  env: z.strictObject({ SEED_VERSION: z.string() }),
  jobs: z.strictObject({
    seed: z.looseObject({
      strategy: z.looseObject({ matrix: z.object({ shard: z.array(z.int()) }) }),
      steps: z.array(z.looseObject({ uses: z.string().optional(), run: z.string().optional() })),
    }),
  }),
});

/** The line of a workflow or manifest, with the built command in it. */
const here = (line: string) => line.replace(program, `exec "${process.execPath}" "${command}"`);

/** What a shell of the scheduler makes of the command line, with `ids` in the place of the seeding. */
async function idsOf(line: string, environment: Readonly<Record<string, string>>): Promise<string[]> {
  const asIds = here(line)
    .replace(/(customer-seed\.js")/, '$1 ids')
    .replace('--count 100000', '--count 100')
    .replace(/ --journal "[^"]*"/, '')
    .replace(' --yes', '');
  const child = spawn('sh', ['-c', asIds], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += String(chunk)));
  await once(child, 'close');
  return stdout.trim().split('\n');
}

const all = await Array.fromAsync(seedIds({ count: 100, seed: 42 }));

test('the Kubernetes manifest is a valid Job with its disk, and its pods make the whole', async () => {
  const [disk, job] = text('kubernetes-job.yaml')
    .split(/^---$/m)
    .map((document): unknown => parse(document));
  const claim = Claim.parse(disk);
  expect(() => new PersistentVolumeClaim(claim).validate()).not.toThrow('');
  const manifest = IndexedJob.parse(job);
  expect(manifest.spec.template.spec.volumes).toEqual([
    { name: 'data', persistentVolumeClaim: { claimName: claim.metadata.name } },
  ]);
  expect(() => new Job(manifest).validate()).not.toThrow('');
  const wrong = { ...manifest, spec: { ...manifest.spec, completions: 1.5 } };
  expect(() => new Job(wrong).validate()).toThrow('completions');
  const { completions, template } = manifest.spec;
  const [{ args }] = template.spec.containers;
  const [line = ''] = args;
  expect(line).toContain(`--shard "$((JOB_COMPLETION_INDEX + 1))/${completions}"`);
  const shards = Array.from({ length: completions }, (_, index) =>
    idsOf(line, { JOB_COMPLETION_INDEX: String(index) }),
  );
  expect((await Promise.all(shards)).flat()).toEqual(all);
});

test('the nightly manifest is a valid CronJob, and lets the seeded customers live for a day', async () => {
  const manifest = NightlyJob.parse(parse(text('kubernetes-cronjob.yaml')));
  expect(() => new CronJob(manifest).validate()).not.toThrow('');
  const wrong = { ...manifest, spec: { ...manifest.spec, successfulJobsHistoryLimit: 0.5 } };
  expect(() => new CronJob(wrong).validate()).toThrow('successfulJobsHistoryLimit');
  const [container] = manifest.spec.jobTemplate.spec.template.spec.containers;
  // The image's own entry point, which is Node.
  expect(container).not.toHaveProperty('command');
  await using emulator = await startEmulatorCommand([]);
  const environment = { CUSTOMERS_API_KEY: apiKey, CUSTOMERS_API_URL: emulator.url, ORGANIZATION_ID: 'demo' };
  await runSeed(['--count', '100', '--seed', '42'], environment);
  const flags = container.args.map((word) => (word === '100000' ? '100' : word));
  const night = await runSeed(flags, environment);
  expect(night.code).toBe(0);
  expect(night.stdout).toMatch(/^1 created, \d+ replaced, \d+ merged/);
});

test('the matrix of GitHub Actions has every shard once, and its jobs make the whole', async () => {
  const { strategy, steps } = Workflow.parse(parse(text('github-actions.yaml'))).jobs.seed;
  const line = steps.find(({ run }) => run?.startsWith(program))?.run ?? '';
  const { shard } = strategy.matrix;
  const shards = shard.map((number) => idsOf(line.replace('${{ matrix.shard }}', String(number)), {}));
  expect((await Promise.all(shards)).flat()).toEqual(all);
});

test('every recipe names a version, and pins what it runs', () => {
  for (const name of readdirSync(folder)) {
    const recipe = text(name);
    expect({
      name,
      isPinned: /customer-seed:\d+\.\d+\.\d+(?: \.)?$|SEED_VERSION: \d+\.\d+\.\d+$/m.test(recipe),
    }).toEqual({
      name,
      isPinned: true,
    });
    expect(recipe).not.toContain('npx');
    for (const [, action] of recipe.matchAll(/uses: (.*)$/gm))
      expect(action).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
});

test.each(['kubernetes-job.yaml', 'github-actions.yaml'])('SIGTERM reaches the seeder of %s', async (name) => {
  const [, line = ''] = new RegExp(`(${program}[^]*? --yes)`).exec(text(name)) ?? [];
  await using api = await answering(() => undefined);
  await using data = await temporaryFolder();
  const child = spawn(
    'sh',
    ['-c', here(line.replaceAll(/\s+/g, ' ').replace('${{ matrix.shard }}', '1').replace('/data/', `${data.path}/`))],
    {
      env: {
        JOB_COMPLETION_INDEX: '0',
        CUSTOMERS_API_URL: `http://${api.host}`,
        ORGANIZATION_ID: 'demo',
        CUSTOMERS_API_KEY: apiKey,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)));
  while (api.asked.length < 100) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGTERM');
  await once(child, 'close');
  expect(stderr).toMatch(
    /error: Failed to finish: interrupted after \d+ of 25000 customers\. Run it again to go on\.\n/,
  );
  expect(child.exitCode).toBe(143);
});
