import type { Verification } from '@customer-contracts/pact-files/internal';

import { outcomeOf } from './outcome-of.ts';

/**
 * What a verification found as a table for people: a line for each interaction, in columns, and below it why it was not
 * honoured. No colours; no line break at the end.
 */
export function verificationTable({ interactions }: Verification): string {
  const rows = interactions.map((interaction) => ({
    cells: [
      outcomeOf(interaction),
      interaction.consumer,
      interaction.description,
      `${Math.round(interaction.duration)} ms`,
    ],
    reasons: interaction.reasons,
  }));
  const widths = rows.reduce<readonly number[]>(
    (widest, { cells }) => cells.map((cell, index) => Math.max(cell.length, widest[index] ?? 0)),
    [],
  );
  return rows
    .flatMap(({ cells, reasons }) => [line(cells, widths), ...reasons.map((reason) => `  ${reason}`)])
    .join('\n');
}

/** The last column holds numbers. */
function line(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, index) => {
    const width = widths[index] ?? 0;
    return index === cells.length - 1 ? cell.padStart(width) : cell.padEnd(width);
  });
  return padded.join('  ');
}
