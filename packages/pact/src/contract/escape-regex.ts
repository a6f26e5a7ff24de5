/** A text as a regular expression, in Rust's dialect too, that only the text itself fits. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
