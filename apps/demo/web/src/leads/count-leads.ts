import type { CustomerRow } from '../calls/customer-row.ts';

/** How wide a column of the chart is. */
export type Step = 'day' | 'month';

/** How many leads came by a medium, in each period and in all. */
export interface MediumCount {
  readonly medium: string;
  readonly counts: readonly number[];
  readonly total: number;
}

/** Leads by medium and period. */
export interface LeadCounts {
  readonly step: Step;
  /** The periods without a gap, the first one first: `2026-03`, or `2026-03-08`. In UTC. */
  readonly periods: readonly string[];
  /** The media, the one with the most leads first. */
  readonly media: readonly MediumCount[];
}

/** What stands for a medium that nobody knows. */
export const unknownMedium = 'unknown';

/** What a chart by day has room for. */
const maxDays = 62;

/** Counts leads by their medium, day by day when that fits into two months, else month by month. */
export function countLeads(customers: readonly CustomerRow[]): LeadCounts {
  const leads = customers.flatMap(({ createdTime, _embedded }) => {
    const time = Date.parse(createdTime ?? '');
    return Number.isNaN(time) ? [] : [{ time, medium: _embedded?.leadSource?.medium || unknownMedium }];
  });
  const times = leads.map(({ time }) => time);
  const first = Math.min(...times);
  const last = Math.max(...times);
  const step: Step = last - first < maxDays * 86_400_000 ? 'day' : 'month';
  const periods = leads.length === 0 ? [] : [...periodsBetween(first, last, step)];
  const places = new Map(periods.map((period, index) => [period, index]));
  const counts = new Map<string, number[]>();
  for (const { time, medium } of leads) {
    const own = counts.get(medium) ?? periods.map(() => 0);
    const place = places.get(periodOf(time, step)) ?? 0;
    own[place] = (own[place] ?? 0) + 1;
    counts.set(medium, own);
  }
  const media = [...counts]
    .map(([medium, counts]) => ({ medium, counts, total: counts.reduce((sum, count) => sum + count, 0) }))
    .toSorted((one, other) => other.total - one.total || one.medium.localeCompare(other.medium));
  return { step, periods, media };
}

function periodOf(time: number, step: Step): string {
  return new Date(time).toISOString().slice(0, step === 'day' ? 10 : 7);
}

function* periodsBetween(first: number, last: number, step: Step): Generator<string> {
  const end = periodOf(last, step);
  const moment = new Date(step === 'day' ? first : `${periodOf(first, step)}-01T00:00:00Z`);
  for (let period = periodOf(moment.getTime(), step); period <= end; period = periodOf(moment.getTime(), step)) {
    yield period;
    if (step === 'day') moment.setUTCDate(moment.getUTCDate() + 1);
    else moment.setUTCMonth(moment.getUTCMonth() + 1);
  }
}

const formats = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
};

/** A period as the page writes it: `Mar 2026`, or `8 Mar`. */
export function periodInWords(period: string, step: Step): string {
  return formats[step].format(Date.parse(period));
}
