/** What is wrong with a text as an API key, as in `it is empty`; undefined for nothing. A header can't carry other ones. */
export function mistakeInKey(key: string): string | undefined {
  if (key === '') return 'is empty';
  if (/[\r\n]/.test(key)) return 'has more than one line';
  return /^[\x21-\x7e]+$/.test(key) ? undefined : 'has spaces or other than printable ASCII in it';
}
