/** As deep as PHP, which Rebilly runs on, reads JSON, and well within what SQLite does. */
export const maximumDepth = 512;

/** What JSON says; `undefined` where it is none, or is nested deeper than anybody reads it. */
export function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isDeeper(value, maximumDepth) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Whether a value is nested over so many levels deep. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
