/**
 * The formats that Pact can check, each as a regular expression of Rust's dialect for the whole text. They take
 * whatever the API documents: `+00:00` and fractions are valid in a date-time.
 */
export const formats: Readonly<Record<string, string>> = {
  email: '^[^@\\s]+@[^@\\s]+$',
  date: '^\\d{4}-\\d{2}-\\d{2}$',
  'date-time': '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
  uri: '^[A-Za-z][A-Za-z0-9+.-]*:\\S+$',
};
