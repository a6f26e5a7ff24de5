/**
 * The address of a file of this package, as npm has it: who has only the package, in an editor or a build server, gets to
 * its pages, too.
 */
export function published(file: string): string {
  return `https://unpkg.com/@customer-contracts/pact-files/${file}`;
}
