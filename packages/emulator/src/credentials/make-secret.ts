import type { RandomBytes } from '../make-id.ts';

/** A secret that nobody can guess, with a prefix that secret scanners and people know it by. */
export function makeSecret(random: RandomBytes): string {
  return `sk_${base64url(random(24))}`;
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
