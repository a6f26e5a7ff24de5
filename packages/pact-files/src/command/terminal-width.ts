/** The columns of the terminal that is printed to; `undefined` where it is none, or doesn't say. */
export function terminalWidth(): number | undefined {
  const { columns } = process.stdout;
  return columns > 0 ? columns : undefined;
}
