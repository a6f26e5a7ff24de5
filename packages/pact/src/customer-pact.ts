#!/usr/bin/env node

// The rest needs what an older Node has not, and would fail with a stack and the 1 of a finding.
if ('groupBy' in Map) {
  const { runProgram } = await import('./cli/run-program.ts');
  await runProgram();
} else {
  console.error(`error: customer-pact needs Node 22.16 or later, and this is ${process.version}.`);
  process.exitCode = 2;
}
