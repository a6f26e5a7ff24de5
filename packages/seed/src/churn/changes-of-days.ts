import { customerFixtures } from '@customer-contracts/fixtures';
import { localeOf } from '@customer-contracts/fixtures/locales';
import type { CustomerInput } from '@customer-contracts/schemas';

import { chance } from '../chance.ts';
import { fixtureCustomers, type FixtureChoice } from '../fixture-records.ts';
import type { SeedRecord } from '../records.ts';
import { rangeOf, type Shard } from '../shard.ts';

/** What happens to a customer on a day. */
export type Change =
  /** Somebody new signs up. */
  | { readonly kind: 'signUp'; readonly record: SeedRecord }
  /** Somebody moves, or comes back by another way: these members change, and no others. */
  | { readonly kind: 'change'; readonly record: SeedRecord; readonly members: ChangedMembers }
  /** Somebody was there twice, and is merged into the other one. */
  | { readonly kind: 'merge'; readonly record: SeedRecord; readonly into: SeedRecord };

/** The members that may change. */
export type ChangedMembers = Pick<CustomerInput, 'primaryAddress' | 'leadSource'>;

/**
 * In how many days each thing happens to everybody once, on a day of its own for each: so no two days of a cycle have to do with the
 * same customer, and a day that is run again changes nothing, even after later ones.
 */
const cycles = { signUp: 100, move: 100, leadSource: 100, merge: 500 } as const;

/** Some days, counted from 1970. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/**
 * What happens on some days to the customers of a seed, or to a shard's part of them: one change for each. It depends on the seed and
 * the days alone.
 */
export function* changesOfDays(choice: FixtureChoice, { first, last }: Days, shard: Shard): Generator<Change> {
  const { count, seed, locale, duplicates } = choice;
  const { at, originalOf } = fixtureCustomers(choice);

  /** The last of the days on which something happens to a customer; `undefined` where it doesn't. */
  function dayOf(what: keyof typeof cycles, index: number): number | undefined {
    const cycle = cycles[what];
    const phase = Math.floor(chance(seed, what, index) * cycle);
    const day = last - ((((last - phase) % cycle) + cycle) % cycle);
    return day >= first ? day : undefined;
  }

  /** Whom somebody is merged into: the same person where there are duplicates, else a neighbour. Nobody who stays has one. */
  const twinOf = (index: number) => (duplicates > 0 ? originalOf(index) : index - (index % 2));
  const home = localeOf(locale);
  const inputOf = (day: number, index: number) =>
    customerFixtures({ seed: seedOfDay(seed, day), locale: home })
      .withLeadSource()
      .inputs.at(index);

  function changeOf(index: number): Change | undefined {
    const twin = twinOf(index);
    // Whatever happened before goes with it.
    if (twin !== index && dayOf('merge', index) !== undefined)
      return { kind: 'merge', record: at(index), into: at(twin) };
    const [moves, comesBack] = [dayOf('move', index), dayOf('leadSource', index)];
    if (moves === undefined && comesBack === undefined) return undefined;
    const members = {
      ...(moves !== undefined && { primaryAddress: whereabouts(inputOf(moves, index).primaryAddress) }),
      ...(comesBack !== undefined && { leadSource: inputOf(comesBack, index).leadSource }),
    };
    return { kind: 'change', record: at(index), members };
  }

  const { from, to } = rangeOf(count, shard);
  for (let index = from; index < to; index += 1) {
    const change = changeOf(index);
    if (change !== undefined) yield change;
  }
  const arrivals = rangeOf(Math.ceil(count / cycles.signUp), shard);
  for (let day = first; day <= last; day += 1) {
    const newcomers = fixtureCustomers({ ...choice, seed: seedOfDay(seed, day), duplicates: 0 });
    for (let index = arrivals.from; index < arrivals.to; index += 1)
      yield { kind: 'signUp', record: newcomers.at(index) };
  }
}

/** What of an address changes when somebody moves: who takes a phone along keeps its number. */
export function whereabouts(contact: CustomerInput['primaryAddress']): CustomerInput['primaryAddress'] {
  const { address: street, address2, city, region, country, postalCode } = contact ?? {};
  return {
    ...(street !== undefined && { address: street }),
    ...(address2 !== undefined && { address2 }),
    ...(city !== undefined && { city }),
    ...(region !== undefined && { region }),
    ...(country !== undefined && { country }),
    ...(postalCode !== undefined && { postalCode }),
  };
}

/** A seed of its own for each day, far from those that people choose. */
function seedOfDay(seed: number, day: number): number {
  return (
    2 ** 52 + Math.floor(chance(seed, 'day', day) * 2 ** 19) * 2 ** 32 + Math.floor(chance(seed, 'of', day) * 2 ** 32)
  );
}
