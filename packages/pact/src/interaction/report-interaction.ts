import { isRecord } from '../is-record.ts';

/** The member of a vitest task's `meta` that says which interactions the test ran. */
export const interactionsMeta = 'customerPactInteractions';

/**
 * Tells the vitest plugin that an interaction ran, over vitest's own channel, so that a shard that vanishes is missed.
 * `it` hands its context to the test; other runners hand nothing, and nothing happens.
 */
export function reportInteraction(context: unknown, key: string): void {
  const meta = metaOf(context);
  if (meta === undefined) return;
  const known = meta[interactionsMeta];
  meta[interactionsMeta] = [...(Array.isArray(known) ? known.map(String) : []), key];
}

/** vitest's context is a function with properties. */
function metaOf(context: unknown): Record<string, unknown> | undefined {
  if (typeof context !== 'function' && !isRecord(context)) return undefined;
  const task: unknown = Reflect.get(context, 'task');
  const meta = isRecord(task) ? task['meta'] : undefined;
  return isRecord(meta) ? meta : undefined;
}
