/** What the text of a parameter or header may be read as: itself, and the number or boolean that it says. */
export function plainReadings(text: string): readonly unknown[] {
  if (text === 'true' || text === 'false') return [text, text === 'true'];
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? [text, Number(text)] : [text];
}
