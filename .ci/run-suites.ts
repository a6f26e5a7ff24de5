// Runs the suites of a plan one after the other. One that fails stops no other: a run says all that is wrong. Ends with a
// table of what each took, and with one line: "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';

import { plans, type Suite } from './suites.ts';

interface Outcome extends Suite {
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
}

const [, , name = ''] = process.argv;
const { minutes, suites } = plans[name] ?? { minutes: 0, suites: [] };
const budget = total(suites.map((suite) => suite.minutes));
if (suites.length === 0 || budget > minutes) {
  throw new Error(`Failed to run "${name}": its suites may take ${budget} minutes, of ${minutes}. Mend .ci/suites.ts.`);
}

// What was there before belongs to no suite of this run.
for (const file of reports()) rmSync(file);

const outcomes = suites.map(outcomeOf);
const seconds = total(outcomes.map((outcome) => outcome.seconds));
const passed = total(outcomes.map((outcome) => outcome.passed));
const failed = total(outcomes.map((outcome) => outcome.failed));

print('');
print(line('suite', 'tests', 'seconds', 'share', 'budget'));
for (const outcome of outcomes) {
  const share = `${Math.round((outcome.seconds / seconds) * 100)} %`;
  const figures = [outcome.passed + outcome.failed, outcome.seconds.toFixed(), share, `${outcome.minutes} min`];
  const failures = outcome.failed > 0 ? `  ${outcome.failed} failed` : '';
  const excess = outcome.seconds > outcome.minutes * 60 ? '  took longer than its budget' : '';
  print(line(outcome.name, ...figures) + failures + excess);
}
print(line('all', passed + failed, seconds.toFixed(), '100 %', `${minutes} min`));
print('');
print(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;

function outcomeOf(suite: Suite): Outcome {
  print(`\n--- ${suite.name}: ${suite.command}`);
  const before = new Set(reports());
  const start = performance.now();
  const { status } = spawnSync(suite.command, { shell: true, stdio: 'inherit' });
  const seconds = (performance.now() - start) / 1000;
  const own = reports().filter((file) => !before.has(file));
  const failedTests = count(own, 'numFailedTests');
  // What fails without a test, as a check or a build does, counts as one.
  const failed = status === 0 ? failedTests : Math.max(failedTests, 1);
  print(`--- ${suite.name}: ${failed === 0 ? 'passed' : 'failed'} after ${seconds.toFixed()} s`);
  return { ...suite, seconds, passed: count(own, 'numPassedTests'), failed };
}

/** What the reporter of each vitest.config.ts has written. */
function reports(): string[] {
  return globSync('{packages/*,apps/*,tests/*,docs,checks}/.vitest/*results.json');
}

function count(files: readonly string[], member: string): number {
  return total(
    files.map((file) => Number(new RegExp(`"${member}":(\\d+)`).exec(readFileSync(file, 'utf8'))?.[1] ?? 0)),
  );
}

function total(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}

function line(name: string, ...figures: readonly (string | number)[]): string {
  return name.padEnd(10) + figures.map((figure) => String(figure).padStart(9)).join('');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
