import { createHash } from 'node:crypto';

import { canonicalJson } from '@customer-contracts/pact-files/internal';

import type { InteractionDefinition } from './interaction-definition.ts';

/** The identity of an interaction inside its pact, as 16 hexadecimal digits: description and provider state. */
export function interactionKey({ description, states }: InteractionDefinition): string {
  return createHash('sha256')
    .update(canonicalJson([description, states]))
    .digest('hex')
    .slice(0, 16);
}
