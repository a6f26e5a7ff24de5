import { existsSync, writeFileSync } from 'node:fs';

import { seedCustomers, type SeedSummary } from '@customer-contracts/seed';

import type { Api } from './api.ts';
import { customers } from './customers.ts';
import type { DataFolder } from './data-folder.ts';

/** Fills an organization, and tells what that took. What is there already is not written again. */
export async function fill({ url, apiKey }: Api, signal: AbortSignal): Promise<SeedSummary> {
  return seedCustomers({ ...customers, to: url, apiKey, signal });
}

/**
 * Fills the emulator's file once: from then on it belongs to whoever edits it in the page, and is left alone.
 *
 * @returns what that took; `undefined` where it was filled before.
 */
export async function fillOnce(api: Api, data: DataFolder, signal: AbortSignal): Promise<SeedSummary | undefined> {
  if (existsSync(data.filling)) return undefined;
  const summary = await fill(api, signal);
  // A kill before this line leaves customers that nobody has edited yet: the next run goes on where this one ended.
  writeFileSync(data.filling, `${JSON.stringify(summary, null, 2)}\n`);
  return summary;
}
