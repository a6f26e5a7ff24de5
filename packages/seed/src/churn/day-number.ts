/** The milliseconds of a day. */
const day = 86_400_000;

/** The number of a day `2026-12-01`, counted from 1970; `undefined` where there is no such day, or it was before 2000. */
export function dayNumber(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || time < Date.UTC(2000)) return undefined;
  // February has no 30th, whatever `Date` makes of it.
  return new Date(time).toISOString().startsWith(text) ? time / day : undefined;
}
