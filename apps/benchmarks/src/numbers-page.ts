import type { Measurement } from './measurement.ts';

type Row = Measurement['rows'][number];

const head = `# Numbers

What we measure, beside what it would be compared with. Each run measures us and the peer in turn, several times, and takes medians. Machines are shared, so compare ratios, not times.
\`pnpm bench NAME --save\` and then \`pnpm numbers\` bring it up to date; the figures stand in [\`apps/benchmarks/results\`](../apps/benchmarks/results).
`;

/** The page docs/numbers.md. */
export function numbersPage(measurements: readonly Measurement[]): string {
  const missed = measurements.flatMap(({ rows }) => rows.filter(({ met }) => met === false));
  const commands = Map.groupBy(measurements, ({ command }) => command);
  return [
    head,
    '## What misses its goal\n',
    missed.length === 0 ? 'Nothing.\n' : `${missed.map((row) => `- ${work(row)}: ${judged(row)}`).join('\n')}\n`,
    ...[...commands].flatMap(([command, runs]) => [`## \`${command}\`\n`, ...runs.map(section)]),
  ].join('\n');
}

function section({ date, commit, machine, rows }: Measurement): string {
  return `Measured on ${date} at commit \`${commit}\`, on ${machine}.\n\n${table(rows)}\n`;
}

/** As the formatter aligns it. */
function table(rows: readonly Row[]): string {
  const cells = [
    ['Work: ours, beside the peer', 'Ours', 'Peer', 'Ratio', 'Goal'],
    ...rows.map((row) => [work(row), figure(row.ours, row.unit), figure(row.peer, row.unit), ratio(row), goal(row)]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(4, ...cells.map((line) => line[column]?.length ?? 0)));
  const aligned = cells.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [aligned[0] ?? [], rule, ...aligned.slice(1)].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** The rows of the benchmarks set the peer apart by a bar, which would end the cell. */
function work(row: Row): string {
  return row.work.replace(' | ', ', beside ');
}

function judged(row: Row): string {
  return row.ratio === undefined
    ? `${figure(row.ours, row.unit)}, goal ${row.goal}`
    : `ratio ${ratio(row)}, goal ${row.goal}`;
}

function goal(row: Row): string {
  return `${row.goal ?? ''}${row.met === false ? ', missed' : ''}`;
}

function ratio(row: Row): string {
  if (row.ratio === undefined) return '';
  return row.ratio.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function figure(value: number | undefined, unit: string): string {
  if (value === undefined) return '';
  const shown = value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
  return unit === '' || unit.startsWith('/') ? `${shown}${unit}` : `${shown} ${unit}`;
}
