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

/** The customers of a seed. Each one depends on its index alone. */
export function fixtureRecords(choice: FixtureChoice): Records {
  const { count, seed, locale, leadSources, duplicates, websiteId } = choice;
  const customers = customerFixtures({ seed, locale: localeOf(locale) });
  const withLeadSource = customers.withLeadSource();
  const isDuplicate = (index: number) => index % longestRow !== 0 && chance(seed, 'duplicate', index) < duplicates;

  function at(index: number): SeedRecord {
    let original = index;
    while (isDuplicate(original)) original -= 1;
    const factory = chance(seed, 'leadSource', index) < leadSources ? withLeadSource : customers;
    const [view, position] =
      original === index ? [factory, index] : [factory.duplicatesOf(original), index - original - 1];
    const body = view.inputs.at(position);
    const { id } = view.responses.at(position);
    return { index, id, body: websiteId === undefined ? body : { ...body, websiteId } };
  }

  return {
    count,
    description: describe(choice),
    *walk({ from, to }) {
      for (let index = from; index < to; index += 1) yield at(index);
    },
    place: ({ index }) => `seed=${seed} index=${index}`,
  };
}

function describe({ seed, locale, leadSources, duplicates, websiteId }: FixtureChoice): string {
  const website = websiteId === undefined ? '' : ` website-id=${websiteId}`;
  return `seed=${seed} locale=${locale} lead-sources=${leadSources} duplicates=${duplicates}${website}`;
}
