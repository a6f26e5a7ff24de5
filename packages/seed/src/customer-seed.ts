#!/usr/bin/env node
import { run } from './command/run.ts';

await run(process.argv);
