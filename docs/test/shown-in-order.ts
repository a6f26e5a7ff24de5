/** The printed lines that a block shows in its comments, in the same order: all of them, when it shows what it prints. */
export function shownInOrder(printed: readonly string[], code: string): string[] {
  const comments = code
    .split('\n')
    .flatMap((line) => [...line.matchAll(/\/\/ (.*)$/g)].map(([, text = '']) => text.trim()));
  return printed.filter((line) => {
    const place = comments.indexOf(line.trim());
    if (place !== -1) comments.splice(0, place + 1);
    return place !== -1;
  });
}
