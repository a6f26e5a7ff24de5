import { looksLikeName } from '@customer-contracts/schemas/promised';

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

/** The most undocumented members of one object: who has more has a map, and its names are somebody's data. */
const mostNames = 20;

/** Remembers what was told, within bounds, whatever a server sends. */
export class DriftLog {
  answers = 0;
  judged = 0;
  bodies = 0;
  #untold = 0;
  readonly #told = new Set<string>();
  readonly #names = new Map<string, Set<string>>();

  get counts(): WatchCounts {
    const { answers, judged, bodies } = this;
    return { answers, judged, bodies, told: this.#told.size, untold: this.#untold };
  }

  /** Whether a deviation is to be told now: once, and within the bound. */
  isNew({ operation, status, in: part, member, kind }: Omit<ResponseDrift, 'seen' | 'promised'>): boolean {
    const key = [operation, status, part, kind, member].join(' ');
    if (this.#told.has(key)) return false;
    if (this.#told.size < most) return Boolean(this.#told.add(key));
    this.#untold += 1;
    return false;
  }

  /** What to call an undocumented member of an object: `*` where its name may be data. */
  nameOf(object: string, name: string): string {
    const names = this.#names.get(object) ?? new Set();
    this.#names.set(object, names);
    if (!looksLikeName(name) || (names.size >= mostNames && !names.has(name))) return '*';
    names.add(name);
    return name;
  }
}
