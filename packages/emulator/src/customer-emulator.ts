#!/usr/bin/env node
import { hideSqliteWarning } from './command/hide-sqlite-warning.ts';

// Before node:sqlite is loaded, which the command does.
hideSqliteWarning();
const { run } = await import('./command/run.ts');
await run(process.argv);
