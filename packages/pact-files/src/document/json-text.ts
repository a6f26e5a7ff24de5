/** What Pact's core takes a value for where a text belongs: the text itself, or the JSON of anything else. */
export function jsonText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
