#!/usr/bin/env node
import { startCommand } from '@customer-contracts/command';

await startCommand('customer-seed', () => import('./command/run.ts'));
