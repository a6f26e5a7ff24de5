#!/usr/bin/env node
// Node 22 calls node:sqlite experimental. Whoever runs this command can't do anything about that, so it is not said. This
// has to happen before node:sqlite is loaded, which the second import does.
import './command/without-experimental-warning.ts';

const { run } = await import('./command/run.ts');
await run(process.argv);

export {};
