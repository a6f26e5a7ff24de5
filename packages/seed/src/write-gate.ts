import type { RateLimit } from '@customer-contracts/client';
import { type Allowance, sandboxAllowance } from '@customer-contracts/schemas';

import { WaitTooLongError } from './seed-error.ts';
import { partOf, type Shard } from './shard.ts';
import type { Timer } from './timer.ts';

/** What a gate is made from. */
export interface GateOptions {
  readonly timer: Timer;
  /** The process's part of the organization's allowance. */
  readonly shard: Shard;
  /** The most writes, whatever the API allows; `undefined` for what the API allows. */
  readonly most: Allowance | undefined;
  /** The allowance until the API tells its own; `undefined` for none. */
  readonly assumed: Allowance | undefined;
  /** The longest that the API may ask to wait, in ms. */
  readonly maxWait: number;
  /** Is told when writes have to wait, and how long, in ms: once for each wait, and at most once a second. */
  readonly onWait: (milliseconds: number) => void;
  /** Is told what the API allows, each time that is news. */
  readonly onAllowance: (allowance: Allowance) => void;
}

/** What came of a write that the gate let pass. One of them is to be called, once. */
export interface Pass {
  /** It was answered; with what the answer says about the allowance. */
  readonly answered: (rateLimit?: RateLimit) => void;
  /** It was refused with 429; with how long the API asks to wait, in ms. */
  readonly refused: (retryAfter: number | undefined) => void;
  /** Nobody knows. */
  readonly lost: () => void;
}

/** One period of the API's allowance, as far as it is known. */
interface Period {
  readonly begin: number;
  /** Never too early: what any of its answers leaves possible. */
  end: number;
  /** The lowest number of writes left that an answer told, for answers overtake each other. `undefined` before the first. */
  left: number | undefined;
  /** How many writes of this process it has had, and how many of them have no answer yet. */
  sent: number;
  underWay: number;
  /** How many writes of the periods before were answered in it, and are not yet taken from what is left. */
  strays: number;
  wasRefused: boolean;
}

/** How many periods in a row may be refused from their first write on before that counts as one wait. */
const mostRefusals = 10;

/** The shortest and the longest pause after a 429 that doesn't say how long to wait, in ms. */
const pauses = { shortest: 100, longest: 60_000 };

/**
 * The one gate that all writes of a process pass. Each period begins with a single write, and the rest wait for its
 * answer: so nobody storms after a reset, and a period that isn't over yet costs one 429 at most. Then as many pass as
 * are left, less those under way.
 */
export class WriteGate {
  readonly #options: GateOptions;
  #period: Period;
  /** The period of our own allowance: the one that is asked for, or assumed. */
  #own = { end: -Infinity, sent: 0 };
  #allowance: Allowance | undefined;
  /** The writes without an answer, of this period and of those before it: they may count in this one. */
  #underWay = 0;
  /** How many periods in a row had a 429, and when the first of them was. */
  #refusals = 0;
  #refusedSince = 0;
  /** The wait that was told last, and when. */
  #announced = { moment: -Infinity, at: -Infinity };
  #answer: PromiseWithResolvers<void> = Promise.withResolvers();

  constructor(options: GateOptions) {
    this.#options = options;
    this.#period = newPeriod(options.timer.now());
  }

  /**
   * Resolves when a write may be sent. Rejects when the signal is given.
   *
   * @throws {WaitTooLongError} when the API asks for more than the longest wait, or refuses again and again for longer.
   */
  async enter(signal?: AbortSignal): Promise<Pass> {
    const { timer } = this.#options;
    for (;;) {
      signal?.throwIfAborted();
      const now = timer.now();
      const moment = this.#opening(now);
      if (moment === undefined) {
        await this.#answer.promise;
      } else if (moment <= now) {
        return this.#pass(now);
      } else {
        // A period of our own allowance may be as long as it likes.
        if (moment !== this.#own.end) this.#refuseLongWait(moment, now);
        this.#announce(moment, now);
        await timer.sleep(moment - now, signal);
      }
    }
  }

  #refuseLongWait(moment: number, now: number): void {
    const { maxWait } = this.#options;
    if (moment - now > maxWait) throw new WaitTooLongError(moment - now, maxWait);
    const endless = now - this.#refusedSince;
    if (this.#refusals > mostRefusals && endless > maxWait) throw new WaitTooLongError(endless + moment - now, maxWait);
  }

  #announce(moment: number, now: number): void {
    if (moment === this.#announced.moment || now - this.#announced.at < 1000) return;
    this.#announced = { moment, at: now };
    this.#options.onWait(moment - now);
  }

  /** From when on a write may be sent; `undefined` where that is known after the next answer only. */
  #opening(now: number): number | undefined {
    if (now >= this.#period.end) this.#period = newPeriod(now);
    const own = this.#ownAllowance();
    const isOwnUsed =
      own !== undefined && now < this.#own.end && this.#own.sent >= partOf(own.limit, this.#options.shard);
    const period = this.#period;
    // Whoever has to wait for another period waits for the last answers of this one first: they may tell when it ends.
    if (isOwnUsed) return this.#underWay > 0 ? undefined : this.#own.end;
    if (period.left === undefined) return period.underWay > 0 ? undefined : now;
    if (this.#partIsUsed(period)) {
      if (this.#underWay > 0) return undefined;
      // What is left belongs to the other shards. Where nobody tells the end of a period, its usual length has to do.
      if (period.end === Infinity) period.end = period.begin + (this.#allowance?.windowSeconds ?? 0) * 1000;
      return period.end;
    }
    if (period.left > this.#underWay + period.strays) return now;
    if (this.#underWay > 0) return undefined;
    if (period.end !== Infinity) return period.end;
    this.#period = newPeriod(now);
    return now;
  }

  #partIsUsed({ sent }: Period): boolean {
    const { shard } = this.#options;
    return shard.of > 1 && this.#allowance !== undefined && sent >= partOf(this.#allowance.limit, shard);
  }

  /** What is asked for; or what is assumed, until the API tells. */
  #ownAllowance(): Allowance | undefined {
    const { most, assumed } = this.#options;
    return most ?? (this.#allowance === undefined ? assumed : undefined);
  }

  #pass(now: number): Pass {
    const period = this.#period;
    period.sent += 1;
    period.underWay += 1;
    this.#underWay += 1;
    const own = this.#ownAllowance();
    if (own !== undefined) {
      if (now >= this.#own.end) this.#own = { end: now + own.windowSeconds * 1000, sent: 0 };
      this.#own.sent += 1;
    }
    const settle = (learn: () => void): void => {
      period.underWay -= 1;
      this.#underWay -= 1;
      learn();
      // A write of the period before may have counted in this one, and no answer of this one need have told.
      if (period !== this.#period) this.#period.strays += 1;
      this.#answer.resolve();
      this.#answer = Promise.withResolvers();
    };
    return {
      answered: (rateLimit) => settle(() => this.#learn(period, rateLimit)),
      refused: (retryAfter) => settle(() => this.#close(period, retryAfter)),
      lost: () =>
        settle(() => {
          if (period.left !== undefined) period.left -= 1;
        }),
    };
  }

  #learn(period: Period, { limit, remaining, retryAfter }: RateLimit = {}): void {
    this.#refusals = 0;
    if (limit !== undefined) this.#know(limit, retryAfter);
    const before = period.left ?? this.#allowance?.limit ?? Infinity;
    // Where an answer doesn't tell, we count for ourselves.
    period.left = (remaining === undefined ? before - 1 : Math.min(before, remaining)) - period.strays;
    period.strays = 0;
    if (retryAfter !== undefined) period.end = Math.min(period.end, this.#options.timer.now() + retryAfter);
  }

  #know(limit: number, retryAfter = 0): void {
    const { assumed, onAllowance } = this.#options;
    const known = this.#allowance;
    const length = Math.ceil(retryAfter / 1000);
    const windowSeconds = Math.max(length, known?.windowSeconds ?? 0) || (assumed ?? sandboxAllowance).windowSeconds;
    if (known?.limit === limit && known.windowSeconds === windowSeconds) return;
    this.#allowance = { limit, windowSeconds };
    onAllowance(this.#allowance);
  }

  #close(period: Period, retryAfter: number | undefined): void {
    const isFirst = !period.wasRefused;
    period.left = 0;
    period.wasRefused = true;
    const pause = Math.min(pauses.longest, pauses.shortest * 2 ** this.#refusals);
    if (isFirst) {
      if (this.#refusals === 0) this.#refusedSince = this.#options.timer.now();
      this.#refusals += 1;
    }
    const isRepeated = this.#refusals > 1;
    if (retryAfter === undefined && !isFirst) return;
    const wait = retryAfter === undefined || isRepeated ? Math.max(pause, retryAfter ?? 0) : retryAfter;
    period.end = Math.min(period.end, this.#options.timer.now() + wait);
  }
}

function newPeriod(begin: number): Period {
  return { begin, end: Infinity, left: undefined, sent: 0, underWay: 0, strays: 0, wasRefused: false };
}
