/** A number of things in words: `1 interaction`, `2 interactions`. */
export function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
