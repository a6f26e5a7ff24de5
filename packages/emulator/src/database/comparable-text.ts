const dateTime = /^\d{4}-\d\d-\d\dT.+(?:Z|[+-]\d\d:\d\d)$/;

/**
 * A text as it is compared: in lower case; a date-time in UTC with its ms, so that the order of texts is that of moments.
 * Texts of customers are stored so, because SQLite knows no letters but ASCII, and no RFC 3339.
 */
export function comparableText(text: string): string {
  const time = dateTime.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? text.toLowerCase() : new Date(time).toISOString();
}
