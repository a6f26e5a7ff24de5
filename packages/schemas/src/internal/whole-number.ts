/** A whole number from 0 to `most`, as a flag has it: in digits alone; undefined for any other text. */
export function wholeNumber(text: string, most: number): number | undefined {
  return /^\d{1,16}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}
