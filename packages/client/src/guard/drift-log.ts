import { looksLikeName } from '@customer-contracts/schemas/promised';

import type { Answer, Found } from './judge-answer.ts';
import type { ResponseDrift } from './response-drift.ts';

/** How much a guard has seen so far. */
export interface WatchCounts {
  /** The answers of the API that came. */
  readonly answers: number;
  /** Those of them that the sample took: their status and headers were judged. */
  readonly judged: number;
  /** Those of them whose body was judged: your code read it by `json()`, `text()` or the like, and it has 1 MB at most. */
  readonly bodies: number;
  /** The distinct deviations that were told. */
  readonly told: number;
  /** The deviations that were found and not told, after 1,000 others. */
  readonly untold: number;
}

/** The most distinct deviations that are told: who has more talks to another API. */
const most = 1000;

/** The most undocumented members of one answer that are named: who has more has a map, and its names are somebody's data. */
const mostNames = 20;

/** Remembers what was told, within bounds, whatever a server sends. */
export class DriftLog {
  readonly counts: { -readonly [Name in keyof WatchCounts]: number } = {
    answers: 0,
    judged: 0,
    bodies: 0,
    told: 0,
    untold: 0,
  };
  readonly #told = new Map<string, Set<string>>();

  /** A deviation that is to be told now: once, and within the bound. */
  entered(
    { operation: { operationId: operation }, response: { status } }: Answer,
    found: Found,
  ): ResponseDrift | undefined {
    const { path, ...rest } = found;
    const group = [operation, status, found.in, found.kind, found.seen].join(' ');
    const told = this.#told.get(group) ?? new Set();
    this.#told.set(group, told);
    const name = memberAt(path);
    const mayBeData = !looksLikeName(String(path.at(-1))) || (told.size >= mostNames && !told.has(name));
    const member = found.kind === 'member-added' && mayBeData ? memberAt([...path.slice(0, -1), '*']) : name;
    if (told.has(member)) return undefined;
    if (this.counts.told === most) {
      this.counts.untold += 1;
      return undefined;
    }
    this.counts.told += 1;
    told.add(member);
    return { operation, status, ...rest, member };
  }
}

/** As the members of a change are written: `primaryAddress.emails[].value`. */
function memberAt(path: Found['path']): string {
  return path.map((step, depth) => (typeof step === 'number' ? '[]' : depth > 0 ? `.${step}` : step)).join('');
}
