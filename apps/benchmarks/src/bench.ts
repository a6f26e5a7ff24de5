import { writeFileSync } from 'node:fs';
import { styleText } from 'node:util';

import Table from 'cli-table3';
import { Argument, Command, InvalidArgumentError } from 'commander';

import type { BenchmarkOptions } from './benchmark-options.ts';
import { demo } from './demo.ts';
import { emulator } from './emulator.ts';
import { fixtures } from './fixtures.ts';
import { harnessLoss } from './harness-loss.ts';
import { harnessSpeed } from './harness-speed.ts';
import { imports } from './imports.ts';
import { lint } from './lint.ts';
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

const program = new Command('pnpm bench')
  .description('Measures us and the peers in turn in one run: medians, as ratios.')
  .addArgument(new Argument('[name]', 'one benchmark only').choices(Object.keys(benchmarks)))
  .option('--customers <count>', 'how many the largest emulator has; others have fewer', wholeNumber, 100_000)
  .option('--against <commit>', 'measure the emulator beside that of another commit, too')
  .option('--json <file>', 'write the rows to a file as well')
  .action(async (name: string | undefined, { json, ...options }: BenchmarkOptions & { readonly json?: string }) => {
    if (options.against !== undefined && name !== 'emulator') {
      program.error('error: --against is for `pnpm bench emulator` alone.');
    }
    const chosen = Object.entries(benchmarks).filter(([each]) => name === undefined || each === name);
    const rows: Row[] = [];
    for (const [each, measure] of chosen) {
      process.stderr.write(`Measuring ${each} ...\n`);
      rows.push(...(await measure(options)));
    }
    process.stdout.write(`${table(rows)}\n`);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
    if (rows.some(({ met }) => !met)) process.exitCode = 1;
  });

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(text);
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

await program.parseAsync();
