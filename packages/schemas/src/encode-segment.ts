/**
 * A text as one segment of a URL's path. It may come out of a body: half of a surrogate pair, which JSON can hold and UTF-8
 * can't, is encoded as U+FFFD.
 */
export function encodeSegment(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
