// Adds up the results that each test run left behind, and prints one line: "N passed, N failed".
import { globSync, readFileSync } from 'node:fs';

const reports = globSync('{packages,apps}/*/.vitest/results.json')
  .concat(globSync('docs/.vitest/results.json'))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')));
const sum = (member) => reports.reduce((total, report) => total + report[member], 0);
const [passed, failed] = [sum('numPassedTests'), sum('numFailedTests')];

console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;
