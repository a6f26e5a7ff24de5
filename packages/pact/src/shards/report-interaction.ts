import { isRecord } from '@customer-contracts/pact-files/internal';

import { memberOf } from './member-of.ts';

/** The member of a vitest task's `meta` that says which interactions the test ran. */
export const interactionsMeta = 'customerPactInteractions';

/**
 * Tells the vitest plugin that an interaction ran, over vitest's own channel, so that a shard that vanishes is missed.
 * `it` hands its context to the test; other runners hand nothing, and nothing happens.
 */
export function reportInteraction(context: unknown, key: string): void {
  const meta = memberOf(memberOf(context, 'task'), 'meta');
  if (!isRecord(meta)) return;
  const known = meta[interactionsMeta];
  Reflect.set(meta, interactionsMeta, [...(Array.isArray(known) ? known.map(String) : []), key]);
}
