import { fixtureRecords } from './fixture-records.ts';
import { payloadRecords } from './payload-records.ts';
import type { Records } from './records.ts';
import type { RecordSettings } from './seed-options.ts';

/** The records that the settings name. @throws PayloadError */
export async function recordsOf({ count = 0, payload, ...choice }: RecordSettings): Promise<Records> {
  if (payload !== undefined) return payloadRecords(payload);
  const { seed, locale, leadSources, duplicates, websiteId } = choice;
  return fixtureRecords({ count, seed, locale, leadSources, duplicates, websiteId });
}
