// Adds up what the JSON report of each test suite says, and prints one line: "N passed, N failed".
import { globSync, readFileSync } from 'node:fs';

const reports = globSync(['{packages,apps,tests}/*/.vitest/*results.json', '{docs,checks}/.vitest/results.json']).map(
  (file) => readFileSync(file, 'utf8'),
);
const count = (member) =>
  reports.reduce((sum, report) => sum + Number(new RegExp(`"${member}":(\\d+)`).exec(report)?.[1]), 0);
const passed = count('numPassedTests');
const failed = count('numFailedTests');

process.stdout.write(`${passed} passed, ${failed} failed\n`);
if (failed > 0 || !(passed > 0)) process.exitCode = 1;
