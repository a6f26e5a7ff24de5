import { createInterface } from 'node:readline/promises';

import { printable } from '@customer-contracts/command';

import type { SeedPlan } from '../seed-plan.ts';
import { whereInWords } from './shown-plan.ts';

/** Asks on the terminal whether to write, with the organization in the question. Anything but y or yes is a no. */
export async function confirmOnTerminal(plan: SeedPlan, signal: AbortSignal): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // The terminal's interface takes Ctrl-C for itself.
  terminal.once('SIGINT', () => process.emit('SIGINT'));
  try {
    const question = `Write up to ${plan.writes} customers to ${whereInWords(plan, 'organization')} at ${plan.host}? [y/N] `;
    return /^y(es)?$/i.test((await terminal.question(printable(question), { signal })).trim());
  } finally {
    terminal.close();
  }
}
