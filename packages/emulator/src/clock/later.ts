const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

/**
 * The moment that is later by a duration of ISO 8601. Years and months are those of the calendar in UTC: a day that a month
 * hasn't becomes its last one. An invalid date where it is beyond all dates.
 */
export function later(moment: Date, duration: string): Date {
  const [years, months, weeks, days, hours, minutes, seconds] = (parts.exec(duration) ?? [])
    .slice(1)
    .map((part: string | undefined) => Number(part?.replace(',', '.') ?? 0));
  const moved = laterByMonths(moment, (years ?? 0) * 12 + (months ?? 0));
  const allDays = (weeks ?? 0) * 7 + (days ?? 0);
  const allSeconds = ((allDays * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
  return new Date(moved.getTime() + Math.round(allSeconds * 1000));
}

function laterByMonths(moment: Date, months: number): Date {
  const moved = new Date(moment);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(moved);
  lastDay.setUTCMonth(lastDay.getUTCMonth() + 1, 0);
  moved.setUTCDate(Math.min(moment.getUTCDate(), lastDay.getUTCDate()));
  return moved;
}
