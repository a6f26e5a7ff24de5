import { recordsOf } from './records-of.ts';
import { isGood } from './records.ts';
import { checked, optionsOf, type RecordOptions } from './seed-options.ts';
import { rangeOf } from './shard.ts';

/**
 * The ids of the customers, in their order: the manifest of what is made. Nothing is sent.
 *
 * @throws {SeedOptionError} when an option is unknown or can't be used.
 * @throws {PayloadError} when the payload can't be read, or has records that can't be written.
 * @example
 * for await (const id of seedIds({ count: 500, seed: 42 })) console.log(id);
 */
export async function* seedIds(options: RecordOptions): AsyncGenerator<string, void, undefined> {
  const settings = checked(optionsOf.ids, options);
  using records = await recordsOf(settings, false);
  for (const record of records.walk(rangeOf(records.count, settings.shard))) if (isGood(record)) yield record.id;
}
