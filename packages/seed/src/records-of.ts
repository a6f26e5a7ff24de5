import { fixtureRecords } from './fixture-records.ts';
import { payloadRecords } from './payload/payload-records.ts';
import type { Records } from './records.ts';
import { SeedOptionError } from './seed-error.ts';
import type { RecordSettings } from './seed-options.ts';

/**
 * The records that the settings name.
 *
 * @param goesOn whether records of a payload that can't be written are passed over.
 * @throws {SeedOptionError} when they name none, or two kinds.
 * @throws {PayloadError} when the payload can't be read.
 */
export async function recordsOf(
  { count, payload, ...choice }: RecordSettings,
  goesOn: boolean,
  signal?: AbortSignal,
): Promise<Records> {
  if (count === undefined) {
    if (payload !== undefined) return payloadRecords(payload, goesOn, signal);
    throw refusal('there is neither a count nor a payload');
  }
  if (payload !== undefined) {
    throw refusal('there is both a count and a payload');
  }
  const { seed, locale, leadSources, duplicates, websiteId } = choice;
  return fixtureRecords({ count, seed, locale, leadSources, duplicates, websiteId });
}

function refusal(received: string): SeedOptionError {
  return new SeedOptionError({ option: 'count', received, advice: 'Give --count or --payload.' });
}
