import type { Answerer } from '@customer-contracts/pact-files/internal';
import { servers } from '@customer-contracts/schemas';
import * as z from 'zod';

import { kindOfArranger } from './provider-state-handlers.ts';
import type { VerifyProviderOptions } from './verify-options.ts';

/** Who answers at the address of a verification: the emulator, Rebilly's sandbox as of today, or somebody else. */
export async function answererAt({ baseUrl, states }: VerifyProviderOptions): Promise<Answerer> {
  const { origin, hostname } = new URL(baseUrl);
  if (kindOfArranger(states) === 'emulator') return { kind: 'emulator', ...(await versionAt(origin)) };
  if (hostname === new URL(servers.sandbox).hostname)
    return { kind: 'sandbox', date: new Date().toISOString().slice(0, 10) };
  return { kind: 'provider', url: origin };
}

const Health = z.object({ version: z.string() });

/** The version that an emulator says; none of one that says none. */
async function versionAt(origin: string): Promise<{ readonly version?: string }> {
  try {
    const response = await fetch(`${origin}/_health`, { signal: AbortSignal.timeout(5_000) });
    const { version } = Health.parse(await response.json());
    return { version };
  } catch {
    return {};
  }
}
