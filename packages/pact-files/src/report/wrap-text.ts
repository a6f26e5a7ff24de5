/** How a report is written. */
export interface ReportOptions {
  /** How many columns the terminal has: longer lines are broken between words. Without one, none is. */
  readonly width?: number | undefined;
}

/** A line in so many columns: broken between words, and indented from the second row on. A longer word stays whole. */
export function wrapText(line: string, width: number, indent: number): string {
  if (line.length <= width) return line;
  const rows: string[] = [];
  let row = '';
  for (const word of line.split(/(?<=\S)(?= )/)) {
    if (row.trim() === '' || row.length + word.length <= width) row += word;
    else {
      rows.push(row);
      row = ' '.repeat(indent) + word.trimStart();
    }
  }
  return [...rows, row].join('\n');
}
