import { isRecord } from '../is-record.ts';

/** The member of a vitest task's `meta` that says which interactions the test ran. */
export const interactionsMeta = 'customerPactInteractions';

/**
 * Tells the vitest plugin that an interaction ran, over vitest's own channel, so that a shard that vanishes is missed.
 * `it` hands its context to the test; other runners hand nothing, and nothing happens.
 */
export function reportInteraction(context: unknown, key: string): void {
  if (!isRecord(context) || !isRecord(context['task']) || !isRecord(context['task']['meta'])) return;
  const meta: Record<string, unknown> = context['task']['meta'];
  const known: readonly unknown[] = Array.isArray(meta[interactionsMeta]) ? meta[interactionsMeta] : [];
  meta[interactionsMeta] = [...known, key];
}
