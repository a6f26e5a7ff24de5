// Runs the suites of a plan one after the other. One that fails stops no other. Ends with all that failed, with a table of
// what each suite took, and with one line: "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';

import { plans, type Suite } from './suites.ts';

interface Outcome extends Suite {
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  /** What failed: a test with its file, or the suite itself. */
  readonly failures: readonly string[];
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

for (const { name, failures } of outcomes) for (const failure of failures) print(`\n${name} failed: ${failure}`);

print('');
print(line('suite', 'tests', 'seconds', 'share', 'budget'));
for (const outcome of outcomes) {
  const share = `${Math.round((outcome.seconds / seconds) * 100)} %`;
  const figures = [outcome.passed + outcome.failed, outcome.seconds.toFixed(), share, `${outcome.minutes} min`];
  const failed = outcome.failed > 0 ? `  ${outcome.failed} failed` : '';
  const excess = outcome.seconds > outcome.minutes * 60 ? '  took longer than its budget' : '';
  print(line(outcome.name, ...figures) + failed + excess);
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
  const own = reports()
    .filter((file) => !before.has(file))
    .map(read);
  const failedTests = own.flatMap(failuresOf);
  // What fails without a test, as a check or a build does, counts as one.
  const failures = status !== 0 && failedTests.length === 0 ? [`exit code ${status}`] : failedTests;
  print(`--- ${suite.name}: ${failures.length === 0 ? 'passed' : 'failed'} after ${seconds.toFixed()} s`);
  return {
    ...suite,
    seconds,
    passed: total(own.map(({ numPassedTests }) => numPassedTests)),
    failed: failures.length,
    failures,
  };
}

/** What the reporter of each vitest.config.ts has written. */
function reports(): string[] {
  return globSync('{packages/*,apps/*,tests/*,docs,checks}/.vitest/*results.json');
}

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** As vitest's own reporter writes it. */
function read(file: string): Report {
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isReport(report)) throw new Error(`Failed to read ${file}: it is no report of vitest.`);
  return report;
}

function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'numPassedTests' in value && 'testResults' in value;
}

/** Each test that failed, and each file that failed without one. */
function failuresOf({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative('.', name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${file}\n${firstLines(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) => `${file} > ${fullName}\n${firstLines(failureMessages.join('\n'))}`,
    );
  });
}

/** Without the places in the code. */
function firstLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');
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
