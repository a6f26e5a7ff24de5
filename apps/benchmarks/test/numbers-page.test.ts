import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { type Measurement, readMeasurements } from '../src/measurement.ts';
import { numbersPage } from '../src/numbers-page.ts';

const measured = { command: 'pnpm bench ours', date: '2026-11-30', commit: '0123abc', machine: 'two cores' };
const page = new URL('../../../docs/numbers.md', import.meta.url);

test('the page of numbers says what was measured: `pnpm numbers` writes it', () => {
  expect(readFileSync(page, 'utf8')).toBe(numbersPage(readMeasurements()));
});

test('each row meets its goal, or says that it does not', () => {
  const wrong = readMeasurements().flatMap(({ rows }) => rows.filter((row) => row.met !== isMet(row)));
  expect(wrong).toEqual([]);
});

function isMet({ ours, ratio = ours, goal }: Measurement['rows'][number]): boolean | undefined {
  if (goal === undefined) return undefined;
  const bound = Number(goal.slice(3));
  return goal.startsWith('<=') ? ratio <= bound : ratio >= bound;
}

test('each measurement has its day, commit and machine, and each row its figures', () => {
  const rows = [
    { work: 'read | plain read', ours: 1234.5, peer: 12.34, unit: '/s', ratio: 100.04, goal: '>= 12', met: true },
    { work: 'a command', ours: 2, unit: '', goal: '<= 4', met: true },
  ];
  expect(numbersPage([{ ...measured, rows }])).toContain(`## What misses its goal

Nothing.

## \`pnpm bench ours\`

Measured on 2026-11-30 at commit \`0123abc\`, on two cores.

| Work: ours, beside the peer |    Ours |   Peer |  Ratio |  Goal |
| --------------------------- | ------: | -----: | -----: | ----: |
| read, beside plain read     | 1,235/s | 12.3/s | 100.04 | >= 12 |
| a command                   |       2 |        |        |  <= 4 |
`);
});

test('what misses its goal stands first, and is marked in its row', () => {
  const rows = [
    { work: 'read | plain read', ours: 3, peer: 2, unit: 'ms', ratio: 1.5, goal: '<= 1', met: false },
    { work: 'a command', ours: 5, unit: '', goal: '<= 4', met: false },
  ];
  const written = numbersPage([{ ...measured, rows }]);
  expect(written).toContain(`## What misses its goal

- read, beside plain read: ratio 1.50, goal <= 1
- a command: 5, goal <= 4
`);
  expect(written).toContain('|  1.50 | <= 1, missed |');
});
