import type { LinePlace } from './payload-file.ts';

/** The columns of a line: its number, offset and length. */
const width = 3;

/** Where each record of a payload is, and what tells its line and its id from others: some fifty bytes for each. */
export class LineIndex {
  #places = new Float64Array(width * 1024);
  /** Of the lines, and of the ids: 0 where there is none. */
  #lines = new BigUint64Array(1024);
  #ids = new BigUint64Array(1024);
  /** By the digest of an id: the place of the first record that has it, from 1; 0 is free. */
  #table = new Uint32Array(2048);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add({ line, offset, length }: LinePlace, digest: bigint, id: bigint): void {
    if (this.#count === this.#lines.length) this.#grow();
    this.#places.set([line, offset, length], width * this.#count);
    this.#lines[this.#count] = digest;
    this.#ids[this.#count] = id;
    this.#count += 1;
    this.#enter(this.#count);
  }

  placeAt(index: number): LinePlace {
    const [line = 0, offset = 0, length = 0] = this.#places.subarray(width * index, width * (index + 1));
    return { line, offset, length };
  }

  digestAt(index: number): bigint {
    return this.#lines[index] ?? 0n;
  }

  /** The first record with the id of this one. */
  firstWithId(index: number): number {
    const id = this.#ids[index] ?? 0n;
    return id === 0n ? index : (this.#table[this.#slotOf(id)] ?? 0) - 1;
  }

  #grow(): void {
    const size = this.#count * 2;
    this.#places = copied(new Float64Array(width * size), this.#places);
    this.#lines = copied(new BigUint64Array(size), this.#lines);
    this.#ids = copied(new BigUint64Array(size), this.#ids);
    this.#table = new Uint32Array(size * 2);
    for (let place = 1; place <= this.#count; place += 1) this.#enter(place);
  }

  #enter(place: number): void {
    const id = this.#ids[place - 1] ?? 0n;
    if (id === 0n) return;
    const slot = this.#slotOf(id);
    if (this.#table[slot] === 0) this.#table[slot] = place;
  }

  /** The slot that has the id, or the free one that it would take: the table is never more than half full. */
  #slotOf(id: bigint): number {
    const size = this.#table.length;
    let slot = Number(id % BigInt(size));
    for (;;) {
      const place = this.#table[slot] ?? 0;
      if (place === 0 || this.#ids[place - 1] === id) return slot;
      slot = (slot + 1) % size;
    }
  }
}

function copied<Values extends { set: (values: Values) => void }>(to: Values, from: Values): Values {
  to.set(from);
  return to;
}
