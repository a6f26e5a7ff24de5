import { type Allowance, sandboxAllowance } from '@customer-contracts/schemas';

import type { Target } from './check-target.ts';
import { groupSize, isGood, type Reachable, type Records } from './records.ts';
import { NotConfirmedError } from './seed-error.ts';
import { partOf, type Range, type Shard } from './shard.ts';
import { timeFor } from './time-for.ts';

/** What is going to be done, at the most: what is there already need not be written. */
export interface SeedPlan {
  /** The host, without its port. */
  readonly host: string;
  /** The organization in words: its id, or that it is the key's own. */
  readonly organization: string;
  /** The records in words: `seed=42 locale=en-GB`. */
  readonly records: string;
  /** What they are, where they are no customers. */
  readonly of?: 'questions';
  /** The indices of the records: from the first one to before the last. */
  readonly from: number;
  readonly to: number;
  /** How many of them the journal has as done. */
  readonly journaled: number;
  /** The file that will say what was made; null where nothing keeps that, and nothing can take it back by it. */
  readonly ledger: string | null;
  /** How many requests read, at least; they are not limited. */
  readonly reads: number;
  /** How many requests write, at the most: one for each customer, its lead source included. */
  readonly writes: number;
  /** How many more it would be with a request for each lead source. */
  readonly saved: number;
  /** How many bytes of JSON are written, at the most; estimated from some of the records. */
  readonly bytes: number;
  /** Those of a payload that may reach somebody outside; null for none, and where nothing of them is written. */
  readonly reachable: Reachable | null;
  /** The allowance of writes that the time is reckoned by, until the API tells its own; null for none. */
  readonly allowance: Allowance | null;
  /** How long the writes have to wait for the allowance, in ms, at the most. */
  readonly milliseconds: number;
}

/** What is done with a customer: it takes one write, or none. */
export type CustomerWork = 'put' | 'merge' | 'read';

/** What each takes of the API for a customer: whether it writes, and with a body. */
const requests: Readonly<Record<CustomerWork, { readonly writes: boolean; readonly hasBody: boolean }>> = {
  put: { writes: true, hasBody: true },
  merge: { writes: true, hasBody: false },
  read: { writes: false, hasBody: false },
};

/** How many records are looked at for the plan. */
const sample = 100;

/** Plans the work of a shard. */
export function makePlan(
  work: CustomerWork,
  { target, records, range }: Planned,
  pace: Pace,
  { journaled = 0, ledger = null }: Partial<Pick<SeedPlan, 'journaled' | 'ledger'>> = {},
): SeedPlan {
  const { host, organization } = target;
  const open = range.to - range.from - journaled;
  const { writes: isWrite, hasBody } = requests[work];
  const writes = isWrite ? open : 0;
  return {
    host,
    organization,
    records: records.description,
    ...range,
    journaled,
    ledger,
    reads: Math.ceil(open / groupSize),
    writes,
    ...(hasBody ? estimate(records, range, open) : { saved: 0, bytes: 0 }),
    reachable: hasBody ? (records.reachable ?? null) : null,
    ...waitOf(writes, target, pace),
  };
}

/** How fast a shard may write. */
interface Pace {
  readonly rate?: Allowance | undefined;
  readonly shard: Shard;
}

/** How long writes have to wait, and for which allowance. */
export function waitOf(
  writes: number,
  { isSandbox }: Target,
  { rate, shard }: Pace,
): Pick<SeedPlan, 'allowance' | 'milliseconds'> {
  const allowance = rate ?? (isSandbox ? sandboxAllowance : null);
  const milliseconds =
    allowance === null ? 0 : timeFor(writes, { ...allowance, limit: partOf(allowance.limit, shard) });
  return { allowance, milliseconds };
}

/** @throws {NotConfirmedError} when the plan is not confirmed. `work` says what was to be done, without the place. */
export async function confirmed(
  plan: SeedPlan,
  confirm: (plan: SeedPlan) => boolean | Promise<boolean>,
  work: string,
): Promise<void> {
  if (!(await confirm(plan))) throw new NotConfirmedError(`${work} ${plan.organization} at ${plan.host}`, plan.writes);
}

interface Planned {
  readonly target: Target;
  readonly records: Records;
  readonly range: Range;
}

function estimate({ walk }: Records, { from, to }: Range, writes: number) {
  let bytes = 0;
  let leadSources = 0;
  let looked = 0;
  for (const record of walk({ from, to: Math.min(to, from + sample) })) {
    looked += 1;
    if (!isGood(record)) continue;
    bytes += Buffer.byteLength(JSON.stringify(record.body));
    if (record.body.leadSource !== undefined) leadSources += 1;
  }
  const share = looked === 0 ? 0 : writes / looked;
  return { saved: Math.round(leadSources * share), bytes: Math.round(bytes * share) };
}
