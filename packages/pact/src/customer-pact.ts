#!/usr/bin/env node
import { runCommand } from '@customer-contracts/pact-files/command';

await runCommand(import.meta.url);
