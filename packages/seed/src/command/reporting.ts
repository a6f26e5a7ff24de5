import type { SeedEvent } from '../seed-event.ts';
import type { RequestCounts } from '../seed-summary.ts';
import type { RecordFlags } from './program.ts';
import { Reporter } from './reporter.ts';
import { duration } from './words.ts';

/** What a person has to know of one by one. */
const findings: ReadonlySet<string> = new Set(['missing', 'changed', 'extra', 'kept', 'refused']);

/**
 * Does some work and tells of it: how it goes to standard error, what came of it to standard output; as JSON, one event on
 * each line, all to standard output. In a dry run it says so.
 */
export async function reporting<Summary extends RequestCounts>(
  { json, shard = { index: 1, of: 1 } }: Pick<RecordFlags, 'json' | 'shard'>,
  work: (onEvent: (event: SeedEvent) => void) => Promise<Summary>,
  dryRun = false,
): Promise<Summary> {
  if (json === true) {
    const summary = await work((event) => console.log(JSON.stringify(event)));
    console.log(JSON.stringify({ type: 'done', ...summary }));
    return summary;
  }
  const reporter = new Reporter(process.stderr, shard);
  const start = performance.now();
  try {
    const summary = await work((event) => {
      reporter.tell(event);
      const finding = findingOf(event, dryRun);
      if (finding === undefined) return;
      reporter.clear();
      console.log(finding);
    });
    reporter.clear();
    console.log(`${inWords(summary, dryRun)} in ${duration(performance.now() - start)}`);
    return summary;
  } finally {
    reporter.clear();
  }
}

/** `changed cus_01 primaryAddress.city`; `refused cus_02: it is in no ledger`. */
function findingOf(event: SeedEvent, dryRun: boolean): string | undefined {
  if (event.type === 'overwrite') {
    return [dryRun ? 'would overwrite' : 'overwriting', event.id, ...event.members].join(' ');
  }
  if (event.type === 'difference') {
    const { about, scenario, what } = event;
    return `${about}${scenario === undefined ? '' : ` (${scenario})`}: ${what}`;
  }
  if (event.type === 'left') return `left ${event.what}`;
  const isFinding = event.type === 'customer' && (findings.has(event.outcome) || event.reason !== undefined);
  if (!isFinding) return undefined;
  const { outcome, id, members = [], reason } = event;
  const words = [outcome, id, ...members].filter((word) => word !== '').join(' ');
  return reason === undefined ? words : `${words}: ${reason}`;
}

/** `10000 created, 0 replaced; 200 reads, 10000 writes`; `Dry run, nothing was written: 10000 would be created, 0 replaced; …`. */
function inWords(summary: RequestCounts, dryRun: boolean): string {
  const { reads, writes, retries, refusals } = summary;
  const requests = new Set(['records', 'questions', 'reads', 'writes', 'retries', 'refusals']);
  const outcomes = Object.entries(summary).filter(([name]) => !requests.has(name));
  const counts = outcomes
    .map(
      ([name, count]) =>
        `${Array.isArray(count) ? count.length : count} ${name.replaceAll(/[A-Z]/g, ' $&').toLowerCase()}`,
    )
    .join(', ');
  const told = dryRun ? `Dry run, nothing was written: ${counts.replace(' ', ' would be ')}` : counts;
  return `${told}; ${reads} reads, ${writes} writes, ${retries} retries, ${refusals} x 429`;
}
