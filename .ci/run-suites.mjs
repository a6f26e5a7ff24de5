// Runs the suites that .ci/suites.json has under a name, one after the other. One that fails stops no other: one run says all
// that is wrong. Ends with a table of what each took, and with one line: "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';

const [, , plan = ''] = process.argv;
const { minutes, suites } = JSON.parse(readFileSync('.ci/suites.json', 'utf8'))[plan];
const budget = suites.reduce((sum, suite) => sum + suite.minutes, 0);
if (budget > minutes) {
  throw new Error(
    `Failed to run the suites of ${plan}: ${budget} minutes, more than ${minutes}. Give one of them less.`,
  );
}

// What was there before belongs to no suite of this run.
for (const file of reports()) rmSync(file);

const rows = suites.map(measured);
const seconds = rows.reduce((sum, row) => sum + row.seconds, 0);
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.failed, 0);

process.stdout.write(`\n${line('suite', 'tests', 'seconds', 'share', 'budget')}\n`);
for (const row of rows) {
  const notes = [row.failed > 0 && `${row.failed} failed`, row.seconds > row.minutes * 60 && 'over its budget'];
  const share = `${Math.round((row.seconds / seconds) * 100)} %`;
  const cells = [row.name, row.passed + row.failed || '', row.seconds.toFixed(0), share, `${row.minutes} min`];
  process.stdout.write(`${[line(...cells), ...notes.filter(Boolean)].join('  ')}\n`);
}
process.stdout.write(`${line('all', passed + failed, seconds.toFixed(0), '', `${minutes} min`)}\n\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
if (failed > 0 || passed === 0) process.exitCode = 1;

function measured(suite) {
  process.stdout.write(`\n--- ${suite.name}: ${suite.command}\n`);
  const before = new Set(reports());
  const start = performance.now();
  const { status } = spawnSync(suite.command, { shell: true, stdio: 'inherit' });
  const seconds = (performance.now() - start) / 1000;
  const texts = reports()
    .filter((file) => !before.has(file))
    .map((file) => readFileSync(file, 'utf8'));
  const failedTests = count(texts, 'numFailedTests');
  // What fails without a test, as a check or a build does, counts as one.
  const failed = status === 0 ? failedTests : Math.max(failedTests, 1);
  process.stdout.write(`--- ${suite.name}: ${failed === 0 ? 'passed' : 'failed'} after ${seconds.toFixed(0)} s\n`);
  return { ...suite, seconds, passed: count(texts, 'numPassedTests'), failed };
}

function reports() {
  return globSync(['{packages,apps,tests}/*/.vitest/*results.json', '{docs,checks}/.vitest/results.json']);
}

function count(texts, member) {
  return texts.reduce((sum, text) => sum + Number(new RegExp(`"${member}":(\\d+)`).exec(text)?.[1] ?? 0), 0);
}

function line(suite, ...figures) {
  return suite.padEnd(12) + figures.map((figure) => String(figure).padStart(9)).join('');
}
