import { realpathSync } from 'node:fs';

import type { Customer } from '@customer-contracts/schemas';

import type { SeedRecord } from '../records.ts';
import type { Range } from '../shard.ts';
import { type Access, Ledger, type Ownership, type Subject } from './ledger.ts';

/** What one ledger says goes before what another one does: `unknown` to one may be `ours` to that of another shard. */
const order: readonly Ownership[] = ['ours', 'changed', 'uncertain', 'replaced', 'found', 'unknown'];

/** The ledgers of the shards of one seed, or of the same one: each has some of the customers. */
export class Ledgers implements Disposable {
  readonly #ledgers: Ledger[] = [];

  /** @throws {LedgerError} when one can't be used, or is about something else. */
  constructor(files: readonly string[], subject: Subject, range: Range, access: Access) {
    try {
      for (const file of onceEach(files)) this.#ledgers.push(new Ledger(file, subject, range, access));
    } catch (error) {
      this[Symbol.dispose]();
      throw error;
    }
  }

  ownership(record: SeedRecord, stored: Customer): Ownership {
    const known = new Set(this.#ledgers.map((ledger) => ledger.ownership(record, stored)));
    return order.find((ownership) => known.has(ownership)) ?? 'unknown';
  }

  /** Notes that a customer was taken back, in each that has it. */
  merged(record: SeedRecord): void {
    for (const ledger of this.#ledgers) if (ledger.has(record.index)) ledger.merged(record);
  }

  [Symbol.dispose](): void {
    for (const ledger of this.#ledgers) ledger[Symbol.dispose]();
  }
}

/** One file may have several names, and be named twice. */
function onceEach(files: readonly string[]): readonly string[] {
  return [...new Map(files.map((file) => [realNameOf(file), file])).values()];
}

/** The name that is given where there is no such file. */
function realNameOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
