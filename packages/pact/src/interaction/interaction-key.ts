import { createHash } from 'node:crypto';

import { sortedJson } from '../shards/sorted-json.ts';
import type { InteractionDefinition } from './interaction-definition.ts';

/** The identity of an interaction inside its pact, as 16 hexadecimal digits: description and provider state. */
export function interactionKey({ description, states }: InteractionDefinition): string {
  return createHash('sha256')
    .update(sortedJson([description, states]))
    .digest('hex')
    .slice(0, 16);
}
