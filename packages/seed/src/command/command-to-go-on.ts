/** The command line again, as a shell takes it. The API key is never in it. */
export function commandToGoOn(argv: readonly string[]): string {
  return ['customer-seed', ...argv.slice(2).map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : quoted(word)))].join(
    ' ',
  );
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
