import { existsSync, writeFileSync } from 'node:fs';

import { startEmulator } from '@customer-contracts/emulator';
import { seedCustomers, type SeedEvent, type SeedSummary } from '@customer-contracts/seed';

import type { Api } from './api.ts';
import { customers, lastYear } from './customers.ts';
import type { DataFolder } from './data-folder.ts';

/** Fills an organization, and tells what that took. What is there already is not written again. */
export async function fill({ url, apiKey }: Api, signal: AbortSignal): Promise<SeedSummary> {
  return seedCustomers({ ...customers, to: url, apiKey, signal });
}

/**
 * Fills the emulator's file once: from then on it belongs to whoever edits it in the page, and is left alone. An emulator
 * of its own does it, whose clock goes through {@link lastYear}: duplicates that were all made today would be all that the
 * page shows first.
 *
 * @returns what that took; `undefined` where it was filled before.
 */
export async function fillOnce(
  { database, filling }: DataFolder,
  signal: AbortSignal,
): Promise<SeedSummary | undefined> {
  if (existsSync(filling)) return undefined;
  const { count, seed } = customers;
  const { from, until } = lastYear;
  let settled = 0;
  const clock = () => new Date(from + ((until - from) * settled) / count);
  // Nobody can write payments and former times through the API: what the filling finds here has them already.
  await using emulator = await startEmulator({ database, customers: { count, seed }, rateLimit: false, clock });
  const onEvent = ({ type }: SeedEvent) => {
    if (type === 'customer') settled += 1;
  };
  const { url: to, apiKey } = emulator;
  const summary = await seedCustomers({ ...customers, to, apiKey, signal, onEvent, concurrency: 1 });
  // A kill before this line leaves customers that nobody has edited yet: the next run goes on where this one ended.
  writeFileSync(filling, `${JSON.stringify(summary, null, 2)}\n`);
  return summary;
}
