import type { RandomBytes } from '../make-id.ts';

/** A secret that nobody can guess, with a prefix that secret scanners and people know it by. */
export function makeSecret(random: RandomBytes): string {
  return `sk_${Buffer.from(random(24)).toString('base64url')}`;
}
