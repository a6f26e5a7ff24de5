import type { OperationId } from '@customer-contracts/schemas';

import type { Fault } from './fault.ts';

interface Armed {
  readonly fault: Fault;
  /** How many requests it could have applied to. */
  seen: number;
  struck: number;
}

/** Says which faults apply to a request. */
export class FaultInjector {
  #armed: Armed[] = [];

  constructor(faults: Iterable<Fault>) {
    for (const fault of faults) this.add(fault);
  }

  add(fault: Fault): void {
    this.#armed.push({ fault, seen: 0, struck: 0 });
  }

  /** The faults of an organization, and how often each has applied. */
  list(organizationId: string): { readonly fault: Fault; readonly struck: number }[] {
    return this.#armed
      .filter(({ fault }) => fault.organizationId === organizationId)
      .map(({ fault, struck }) => ({ fault, struck }));
  }

  /** Takes the faults of an organization back. */
  clear(organizationId: string): void {
    this.#armed = this.#armed.filter(({ fault }) => fault.organizationId !== organizationId);
  }

  /** The faults that apply to this request. It counts for each of them. */
  match(operationId: OperationId, organizationId: string): Fault[] {
    if (this.#armed.length === 0) return [];
    return this.#armed.filter((armed) => applies(armed, operationId, organizationId)).map(({ fault }) => fault);
  }
}

function applies(armed: Armed, operationId: OperationId, organizationId: string): boolean {
  const {
    operations,
    times = Infinity,
    probability = 1,
    seed = 0,
    organizationId: only = organizationId,
  } = armed.fault;
  if (only !== organizationId || (operations !== undefined && !operations.includes(operationId))) return false;
  if (armed.struck >= times) return false;
  armed.seen += 1;
  if (fraction(seed, armed.seen) >= probability) return false;
  armed.struck += 1;
  return true;
}

/** A number from 0 to 1 that is the same for the same seed and count: the mixer of splitmix32. */
function fraction(seed: number, count: number): number {
  let mixed = Math.imul(seed, 0x85ebca6b) + Math.imul(count, 0x9e3779b9);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}
