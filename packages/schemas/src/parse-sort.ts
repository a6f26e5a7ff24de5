/**
 * Reads a sort as it stands in the decoded query: `-createdTime, lastName`. White space around the names doesn't count, and an
 * empty text is no sort. Whether customers can be sorted by what it names, `judgeSort` says.
 */
export function parseSort(text: string): readonly string[] {
  return text.trim() === '' ? [] : text.split(',').map((name) => name.trim());
}
