import { writeFileSync } from 'node:fs';
import { styleText } from 'node:util';

import {
  type CommandOfProcess,
  isSystemError,
  startCommand,
  CommandError,
  whyNotWritten,
} from '@customer-contracts/command';
import { createProgram, wholeFlag } from '@customer-contracts/command/flags';
import Table from 'cli-table3';
import { Argument, Option } from 'commander';

import type { BenchmarkOptions } from './benchmark-options.ts';
import { demo } from './demo.ts';
import { emulator } from './emulator.ts';
import { fixtures } from './fixtures.ts';
import { harnessLoss } from './harness-loss.ts';
import { harnessSpeed } from './harness-speed.ts';
import { imports } from './imports.ts';
import { lint } from './lint.ts';
import { saveMeasurement } from './measurement.ts';
import { mutate } from './mutate.ts';
import type { Row } from './row.ts';
import { seed } from './seed.ts';
import { types } from './types.ts';
import { verify } from './verify.ts';

const benchmarks: Readonly<Record<string, (options: BenchmarkOptions) => Promise<Row[]>>> = {
  imports,
  emulator,
  fixtures,
  'harness-loss': harnessLoss,
  'harness-speed': harnessSpeed,
  seed,
  demo,
  lint,
  mutate,
  verify,
  types,
};

type Settings = BenchmarkOptions & { readonly json?: string; readonly save?: boolean };

const usualCustomers = 100_000;

const program = createProgram({
  name: 'pnpm bench',
  description: 'Measures us and the peers in turn in one run: medians, as ratios.',
  from: import.meta.url,
  manifest: '../package.json',
})
  .addArgument(new Argument('[name]', 'one benchmark only').choices(Object.keys(benchmarks)))
  .option(
    '--customers <count>',
    'how many the largest emulator has; others have fewer',
    wholeFlag(1, 10_000_000),
    usualCustomers,
  )
  .option('--against <commit>', 'measure the emulator beside that of another commit, too')
  .option('--json <file>', 'write the rows to a file as well')
  .addOption(new Option('--save', 'keep the rows for the page of numbers: pnpm numbers').conflicts('against'))
  .action(async (name: string | undefined, { json, save = false, ...options }: Settings) => {
    if (options.against !== undefined && name !== 'emulator') {
      throw new CommandError('--against is for `pnpm bench emulator` alone.');
    }
    const chosen = Object.entries(benchmarks).filter(([each]) => name === undefined || each === name);
    const rows: Row[] = [];
    for (const [each, measure] of chosen) {
      process.stderr.write(`Measuring ${each} ...\n`);
      const measured = await measure(options);
      rows.push(...measured);
      if (save) saveMeasurement(...nameAndCommand(each, options), measured);
    }
    process.stdout.write(`${table(rows)}\n`);
    if (json !== undefined) writeRows(json, rows);
    if (rows.some(({ met }) => !met)) process.exitCode = 1;
  });

/** Another size of the emulator is another measurement. */
function nameAndCommand(name: string, { customers }: BenchmarkOptions): [name: string, command: string] {
  const command = `pnpm bench ${name}`;
  if (name !== 'emulator' || customers === usualCustomers) return [name, command];
  return [`${name}-${customers}`, `${command} --customers ${customers}`];
}

function writeRows(file: string, rows: readonly Row[]): void {
  try {
    writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new CommandError(whyNotWritten(file, cause), { cause });
  }
}

function table(rows: readonly Row[]): string {
  const printed = new Table({
    head: ['work: ours | peer', 'ours', 'peer', 'unit', 'ratio', 'goal', 'met'].map((title) =>
      styleText('bold', title),
    ),
    colAligns: ['left', 'right', 'right', 'left', 'right', 'right', 'left'],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const { work, ours, peer, unit, ratio, goal, met } of rows) {
    printed.push([work, figure(ours), figure(peer), unit, ratio.toFixed(2), goal, met ? 'yes' : 'NO']);
  }
  return printed.toString();
}

function figure(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
}

const command: CommandOfProcess = {
  run: async () => {
    await program.parseAsync();
  },
};

await startCommand('pnpm bench', async () => ({ command }));
