/** Tells the time. */
export type Clock = () => Date;

/** A moment as the API writes it: `2026-03-08T12:57:32Z`. */
export function dateTime(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
