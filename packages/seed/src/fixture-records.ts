import { customerFixtures } from '@customer-contracts/fixtures';
import { localeOf } from '@customer-contracts/fixtures/locales';

import { chance } from './chance.ts';
import type { Records, SeedRecord } from './records.ts';

/** Which customers of the fixtures. */
export interface FixtureChoice {
  readonly count: number;
  readonly seed: number;
  /** A tag, or a mix: `en-US:6,de-DE:3`. */
  readonly locale: string;
  /** The share of customers with a lead source, 0 to 1. */
  readonly leadSources: number;
  /** The share of customers who are the same person as one before them, 0 to 1. */
  readonly duplicates: number;
  readonly websiteId: string | undefined;
}

/** Duplicates in a row share one original, which is found by going back: this bounds the way. */
const longestRow = 1024;

/** The customers of a seed, one by one. Each depends on its index alone. */
export interface FixtureCustomers {
  readonly at: (index: number) => SeedRecord;
  /** The index of the customer who is the same person; its own where there is none before it. */
  readonly originalOf: (index: number) => number;
}

/** The customers of a seed, one by one. */
export function fixtureCustomers(choice: Omit<FixtureChoice, 'count'>): FixtureCustomers {
  const { seed, locale, leadSources, duplicates, websiteId } = choice;
  const customers = customerFixtures({ seed, locale: localeOf(locale) });
  const withLeadSource = customers.withLeadSource();
  const isDuplicate = (index: number) => index % longestRow !== 0 && chance(seed, 'duplicate', index) < duplicates;

  function originalOf(index: number): number {
    let original = index;
    while (isDuplicate(original)) original -= 1;
    return original;
  }

  function at(index: number): SeedRecord {
    const original = originalOf(index);
    const factory = chance(seed, 'leadSource', index) < leadSources ? withLeadSource : customers;
    const [view, position] =
      original === index ? [factory, index] : [factory.duplicatesOf(original), index - original - 1];
    const body = view.inputs.at(position);
    const { id } = view.responses.at(position);
    return { index, id, body: websiteId === undefined ? body : { ...body, websiteId } };
  }

  return { at, originalOf };
}

/** The customers of a seed, as records. */
export function fixtureRecords(choice: FixtureChoice): Records {
  const { count, seed } = choice;
  const { at } = fixtureCustomers(choice);
  return {
    count,
    description: describeFixtures(choice),
    *walk({ from, to }) {
      for (let index = from; index < to; index += 1) yield at(index);
    },
    place: ({ index }) => `seed=${seed} index=${index}`,
    proveUnchanged: async () => {},
    [Symbol.dispose]: () => {},
  };
}

/** What tells these customers from others, in words. */
export function describeFixtures({
  seed,
  locale,
  leadSources,
  duplicates,
  websiteId,
}: Omit<FixtureChoice, 'count'>): string {
  const website = websiteId === undefined ? '' : ` website-id=${websiteId}`;
  return `seed=${seed} locale=${locale} lead-sources=${leadSources} duplicates=${duplicates}${website}`;
}
