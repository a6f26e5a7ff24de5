import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { root } from '../src/places.ts';
import { workflowProblems } from '../src/workflows.ts';

const commit = 'de0fac2e4500dabe0009e67214ff5f5447ce83dd';

/** What is said of a workflow at a place of a repository. */
async function problems(file: string, text: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
  return workflowProblems(folder);
}

const workflow = (uses: string, permissions = '{}', job = '{}'): string => `on: push
permissions: ${permissions}
jobs:
  one:
    runs-on: ubuntu-24.04
    permissions: ${job}
    steps:
      - uses: ${uses}
`;

test.each([
  ['by its commit, with its version', `actions/checkout@${commit} # v6.0.2`, []],
  [
    'by its commit alone',
    `actions/checkout@${commit}`,
    [`.github/workflows/a.yml runs actions/checkout@${commit}: pin it by its commit, and say its version behind it.`],
  ],
  [
    'by a tag',
    'actions/checkout@v6',
    ['.github/workflows/a.yml runs actions/checkout@v6: pin it by its commit, and say its version behind it.'],
  ],
])('an action is named %s', async (_, uses, expected) => {
  expect(await problems('.github/workflows/a.yml', workflow(uses))).toEqual(expected);
});

test.each([
  ['npm install --global pnpm@12', 'pnpm@12'],
  ['npm install --global pnpm', 'pnpm'],
  ['npx -y -p pnpm@latest pnpm test', 'pnpm@latest'],
  ['npx -y -p pnpm@12.21.0 pnpm test', undefined],
  ['npm install --no-save --ignore-scripts @acme/tool', '@acme/tool'],
  ['npm install --no-save --ignore-scripts @acme/tool@1', '@acme/tool@1'],
  ['npm install --no-save --ignore-scripts @acme/tool@1.2.3', undefined],
  ['npm install "@acme/tool@$TOOL_VERSION"', undefined],
  ['npm install --no-save @acme/tool@1.2.3 @acme/other', '@acme/other'],
  ['npm ci', undefined],
  ['pnpm install --frozen-lockfile', undefined],
])('a tool is installed by its exact version: %s', async (run, tool) => {
  const text = workflow(`actions/checkout@${commit} # v6.0.2\n      - run: ${run}`);
  expect(await problems('.github/workflows/a.yml', text)).toEqual(
    tool === undefined ? [] : [`.github/workflows/a.yml installs ${tool}: name its exact version.`],
  );
});

test.each([
  [
    'npx pact-broker publish pacts',
    ['docs/a.yml runs npx pact-broker: say npx --no, so that only what is installed runs.'],
  ],
  ['npx --no pact-broker publish pacts', []],
])('a template runs what is installed, and nothing that the registry has by that name: %s', async (run, expected) => {
  const text = workflow(`actions/checkout@${commit} # v6.0.2\n      - run: ${run}`);
  expect(await problems('docs/a.yml', text)).toEqual(expected);
});

test('a template is pinned as the workflows of this repository are', async () => {
  expect(await problems('packages/seed/docs/a.yml', workflow('actions/checkout@v6'))).toEqual([
    'packages/seed/docs/a.yml runs actions/checkout@v6: pin it by its commit, and say its version behind it.',
  ]);
});

test('rights are given to a job, and the right to publish only to one that publishes', async () => {
  const checkout = `actions/checkout@${commit} # v6.0.2`;
  expect(await problems('.github/workflows/a.yml', workflow(checkout, '{ contents: write }'))).toEqual([
    '.github/workflows/a.yml gives rights to all of its jobs: begin with permissions that write nothing.',
  ]);
  expect(await problems('.github/workflows/a.yml', workflow(checkout, '{}', '{ id-token: write }'))).toEqual([
    '.github/workflows/a.yml lets the job one publish, which does not.',
  ]);
  const publish = `changesets/action/publish@${commit} # v2.1.1`;
  expect(await problems('.github/workflows/a.yml', workflow(publish, '{}', '{ id-token: write }'))).toEqual([]);
});

test('the workflows of the guides are read by actionlint, too', async () => {
  const text = workflow(`actions/checkout@${commit} # v6.0.2`).replace('on: push', 'on: pushes');
  expect(await problems('packages/seed/docs/a.yaml', text)).toEqual([
    expect.stringContaining('packages/seed/docs/a.yaml:1 unknown Webhook event "pushes"'),
  ]);
  expect(await problems('docs/templates/job.yaml', 'kind: Job\n')).toEqual([]);
});

test('the right to publish is in one job of this repository', async () => {
  expect(await workflowProblems(root)).toEqual([]);
});
