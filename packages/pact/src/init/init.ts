import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { createInterface } from 'node:readline';

import { columns } from '@customer-contracts/pact-files/internal';
import { versionIn } from '@customer-contracts/schemas/internal';

import { runCommand } from '../run-command.ts';
import type { InitFlags } from './init-flags.ts';
import { type Installation, type Plan, planFor, seenFrom } from './plan.ts';
import { lookAt, type Project } from './project.ts';
import { writeText } from './text-file.ts';

/**
 * Sets up contract tests in the package in a folder, and runs them. Sets the exit code where that fails.
 *
 * @throws {InitError} where it can't be set up.
 */
export async function init(directory: string | undefined, flags: InitFlags): Promise<void> {
  const { runner, ci } = flags;
  const project = lookAt({ directory, runner, ci, userAgent: process.env['npm_config_user_agent'] });
  const plan = planFor(project, ownVersion());
  if (flags.json !== true) {
    await carryOut(project, plan, flags, (line) => console.log(line));
    return;
  }
  const result = await carryOut(project, plan, { ...flags, yes: true }, () => {});
  const { files, kept, installation, run, notes } = plan;
  const told = {
    result,
    consumer: project.consumer,
    runner: project.runner?.name ?? null,
    files: files.map(({ path }) => here(path)),
    kept: kept.map(here),
    install: installation?.command ?? null,
    run,
    notes,
  };
  console.log(JSON.stringify(told));
}

/** How it ended. */
type Result = 'nothing-to-do' | 'nothing-written' | 'written' | 'install-failed' | 'tests-failed' | 'works';

/** Does what is planned, and tells each step. */
async function carryOut(project: Project, plan: Plan, flags: InitFlags, tell: (line: string) => void): Promise<Result> {
  const say = (line: string): void => tell(`customer-pact: ${line}`);
  const { files, installation } = plan;
  if (files.length === 0 && installation === undefined) {
    say(`nothing to do: ${listed(plan.kept)} ${plan.kept.length === 1 ? 'is' : 'are'} there.`);
    return 'nothing-to-do';
  }
  for (const line of shown(project, plan, flags)) tell(line);
  if (flags.dryRun === true || !(await isWanted(flags))) {
    say('nothing was written.');
    return 'nothing-written';
  }
  for (const { path, text } of files) {
    writeText(path, text);
    say(`${here(path)}: written`);
  }
  for (const note of plan.notes) say(note);
  if (!flags.install) {
    say(`next: ${nextCommands(project, plan)}`);
    return 'written';
  }
  if (installation !== undefined) {
    say(installation.command.join(' '));
    if (!(await install(installation))) return 'install-failed';
  }
  if (!(await runTests(project, plan))) return 'tests-failed';
  say(`it works. Next, put your own code into ${here(plan.test)}, and commit it with the pact file.`);
  return 'works';
}

function ownVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('../package.json');
  return versionIn(manifest);
}

function here(path: string): string {
  return seenFrom(process.cwd(), path);
}

function listed(paths: readonly string[]): string {
  return paths.map(here).join(', ');
}

/** What was found, and what will be done, as a table. */
function shown(
  project: Project,
  { files, kept, installation, run, notes }: Plan,
  { install }: InitFlags,
): readonly string[] {
  const rows = [
    ...files.map(({ path, about }) => ['write', here(path), about]),
    ...kept.map((path) => ['keep', here(path), 'is there already']),
  ];
  const commands = [
    ...(installation === undefined
      ? []
      : [`install  ${installation.command.join(' ')}${inFolder(installation.directory)}`]),
    `run      ${run.join(' ')}${inFolder(project.directory)}`,
  ];
  return [
    `found    ${found(project).join(', ')}`,
    ...columns(rows).map((line) => line.replace(/^(\w+) +/, (_, word: string) => word.padEnd(9))),
    ...(install ? commands : []),
    ...notes.map((note) => `note     ${note}`),
  ];
}

function inFolder(directory: string): string {
  return relative(process.cwd(), directory) === '' ? '' : ` (in ${here(directory)})`;
}

function found({
  consumer,
  runner,
  isTypeScript,
  isModule,
  client,
  packageManager,
  zod,
  ci,
  root,
  directory,
}: Project): readonly string[] {
  const version = runner?.version === undefined ? '' : ` ${runner.version}`;
  return [
    consumer,
    runner === undefined ? 'no runner that is known' : `${runner.name}${version}`,
    isTypeScript ? 'TypeScript' : 'JavaScript',
    isModule ? 'ES modules' : 'CommonJS',
    client,
    packageManager,
    zod.kind === 'none' ? 'no zod' : `zod ${zod.version}`,
    ...(root === directory ? [] : [`in the workspace or repository ${here(root)}`]),
    ...(ci === 'none' ? [] : [{ github: 'GitHub', gitlab: 'GitLab' }[ci]]),
  ];
}

/** Asks once, where somebody is there to answer. */
async function isWanted({ yes }: InitFlags): Promise<boolean> {
  if (yes === true || !process.stdin.isTTY || !process.stdout.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await new Promise<string>((resolve) => {
    terminal.once('close', () => resolve('no'));
    terminal.question('Go on? (Y/n) ', resolve);
  });
  terminal.close();
  return /^(?:y(?:es)?)?$/i.test(answer.trim());
}

/** What npx sets for itself would have every npm in it install that. */
const environment = { npm_config_package: undefined, npm_config_call: undefined };

async function install({ command, directory }: Installation): Promise<boolean> {
  const code = await runCommand(command, { environment, directory });
  if (code === 0) return true;
  fail(
    code,
    `${command.slice(0, 2).join(' ')} failed. What is written stays: correct what it says, and run this again.`,
  );
  return false;
}

async function runTests(project: Project, { run }: Plan): Promise<boolean> {
  const { directory } = project;
  const code = await runCommand(run, { environment: { ...environment, PACT_DO_NOT_TRACK: 'true' }, directory });
  if (code === 0) return true;
  fail(code, `the contract tests failed. Correct what they say: ${run.join(' ')}.`);
  return false;
}

function fail(code: number, line: string): void {
  console.error(`customer-pact: ${line}`);
  // Ended by a signal, as whoever sent it expects.
  process.exitCode = code > 128 ? code : 1;
}

function nextCommands({ directory }: Project, { installation, run }: Plan): string {
  const commands = [
    ...(installation === undefined ? [] : [`${installation.command.join(' ')}${inFolder(installation.directory)}`]),
    `${run.join(' ')}${inFolder(directory)}`,
  ];
  return commands.join(', then ');
}
