import { givenKey } from '@customer-contracts/command';

import { SeedOptionError } from '../seed-error.ts';
import type { SeedEvent } from '../seed-event.ts';
import type { RecordOptions, TargetOptions } from '../seed-options.ts';
import type { ReachFlags, RecordFlags, TargetFlags } from './program.ts';

/** What the flags say about the customers. */
export function recordOptions(flags: RecordFlags): RecordOptions {
  const { count, seed, locale, leadSources, duplicates, websiteId, payload, shard } = flags;
  return { count, seed, locale, leadSources, duplicates, websiteId, payload, shard };
}

/** What the flags say about the target, too; throws what {@link reachOptions} does. */
export function targetOptions(
  flags: TargetFlags,
  onEvent: (event: SeedEvent) => void,
  signal: AbortSignal,
): RecordOptions & TargetOptions {
  return { ...recordOptions(flags), ...reachOptions(flags, onEvent, signal) };
}

/**
 * What the flags say about the target, with the key that they lead to.
 *
 * @throws {SeedOptionError} when there is no URL or no key.
 */
export function reachOptions(
  flags: ReachFlags,
  onEvent: (event: SeedEvent) => void,
  signal: AbortSignal,
): TargetOptions {
  const { to, allowHost, allowHttp, concurrency, rate, maxWait, apiKeyFile } = flags;
  if (to === undefined) {
    const advice = 'Name the API: --to http://127.0.0.1:4010/organizations/demo.';
    throw new SeedOptionError({ option: 'to', received: 'there is no URL', advice });
  }
  const apiKey = keyFor(to, apiKeyFile);
  return { to, apiKey, allowHosts: allowHost, allowHttp, concurrency, rate, maxWait, signal, onEvent };
}

/** A key of the environment belongs to the origin that the environment names, if it names one. */
function keyFor(to: string, file: string | undefined): string {
  const given = givenKey(file);
  if (given === undefined) {
    const advice = 'Set CUSTOMERS_API_KEY, or name a file with one line: --api-key-file.';
    throw new SeedOptionError({ option: 'apiKey', received: 'there is no API key', advice });
  }
  const named = process.env['CUSTOMERS_API_URL'];
  if (!given.isOfEnvironment || !named) return given.key;
  const { origin, protocol = '' } = URL.parse(named) ?? {};
  if (!/^https?:$/.test(protocol)) {
    const advice = 'Begin it with https:// or http://, or unset it.';
    const received = 'CUSTOMERS_API_URL is no http(s) URL, and so does not say whose key CUSTOMERS_API_KEY is';
    throw new SeedOptionError({ option: 'apiKey', received, advice });
  }
  const target = URL.parse(to)?.origin;
  if (target !== undefined && target !== origin) {
    const advice = `Name a file with the key of ${target}: --api-key-file. Or unset CUSTOMERS_API_URL.`;
    const received = `CUSTOMERS_API_KEY is the key of ${origin}, as CUSTOMERS_API_URL says, and --to leads to ${target}`;
    throw new SeedOptionError({ option: 'apiKey', received, advice });
  }
  return given.key;
}
