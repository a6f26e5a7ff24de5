/** Whether a value is `.` or `..`: a URL drops such a segment, so that the request would go somewhere else. */
export function isDots(value: unknown): boolean {
  return value === '.' || value === '..';
}
