import { fixtureRecords } from './fixture-records.ts';
import { payloadRecords } from './payload-records.ts';
import type { Records } from './records.ts';
import { SeedOptionError } from './seed-error.ts';
import type { RecordSettings } from './seed-options.ts';

/** The records that the settings name. @throws SeedOptionError, PayloadError */
export async function recordsOf({ count, payload, ...choice }: RecordSettings): Promise<Records> {
  if (count === undefined) {
    if (payload !== undefined) return payloadRecords(payload);
    throw new SeedOptionError('count', 'there is neither a count nor a payload', 'Give --count or --payload.');
  }
  if (payload !== undefined) {
    throw new SeedOptionError('count', 'there is both a count and a payload', 'Give --count or --payload.');
  }
  const { seed, locale, leadSources, duplicates, websiteId } = choice;
  return fixtureRecords({ count, seed, locale, leadSources, duplicates, websiteId });
}
