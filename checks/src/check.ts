// Runs all checks of the repository as a whole. `--since BRANCH` asks for a changeset for what the branch has changed.
import { parseArgs } from 'node:util';

import { snapshotProblems } from './api-snapshots.ts';
import { changesetProblems } from './changesets.ts';
import { composeProblems } from './compose-files.ts';
import { hasHistory } from './git.ts';
import { licenceProblems } from './licences.ts';
import { root } from './places.ts';
import { workflowProblems } from './workflows.ts';

const { since } = parseArgs({ options: { since: { type: 'string' } } }).values;

const isChecked = since !== undefined || hasHistory(root);
const checks: readonly (readonly [fact: string, problems: readonly string[]])[] = [
  ['the API of each package is written down', snapshotProblems(root)],
  isChecked
    ? ['every change has a changeset of its size', changesetProblems(root, since)]
    : ['not checked without the history of the repository: changesets', []],
  ['the licences of all production dependencies are allowed', licenceProblems(root)],
  ['the workflows are sound', await workflowProblems(root)],
  ['the compose files follow the Compose Specification', composeProblems(root)],
];

for (const [fact, problems] of checks) {
  process.stdout.write(`${problems.length === 0 ? '✔' : '✘'} ${fact}\n`);
  for (const problem of problems) process.stdout.write(`  ${problem.replaceAll('\n', '\n  ')}\n`);
}
if (checks.some(([, problems]) => problems.length > 0)) process.exitCode = 1;
