/** A number from 0 to 1 that depends on its inputs alone, so that every run draws alike. */
export function chance(seed: number, what: string, index: number): number {
  let bits = 0x811c9dc5;
  for (const part of [seed >>> 0, Math.floor(seed / 2 ** 32), index >>> 0, Math.floor(index / 2 ** 32)]) {
    bits = scramble(bits ^ part);
  }
  for (let position = 0; position < what.length; position += 1) bits = scramble(bits ^ what.charCodeAt(position));
  return (bits >>> 0) / 2 ** 32;
}

/** The finalizer of MurmurHash3. */
function scramble(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
