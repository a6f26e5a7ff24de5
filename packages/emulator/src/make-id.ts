/** Makes `size` random bytes. */
export type RandomBytes = (size: number) => Uint8Array;

/** Bytes that nobody can guess. */
export const unguessable: RandomBytes = (size) => crypto.getRandomValues(new Uint8Array(size));

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * An id as the API makes them: a prefix and 26 characters of Crockford's base 32, a ULID (docs/api-decisions.md#ids). The
 * first ten characters are the time in ms.
 */
export function makeId(prefix: 'cus' | 'inst' | 'org' | 'prs', now: Date, random: RandomBytes): string {
  let time = Math.max(0, now.getTime());
  let id = '';
  for (let index = 0; index < 10; index += 1) {
    id = crockford.charAt(time % 32) + id;
    time = Math.floor(time / 32);
  }
  for (const byte of random(16)) id += crockford.charAt(byte % 32);
  return `${prefix}_${id}`;
}
