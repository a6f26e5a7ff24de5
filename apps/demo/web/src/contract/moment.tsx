const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** A moment as `23 November 2026 at 04:13 UTC`. */
export function Moment({ time }: { readonly time: string }) {
  return <time dateTime={time}>{words.format(Date.parse(time))} UTC</time>;
}
