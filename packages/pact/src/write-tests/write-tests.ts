import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { testSources } from '@customer-contracts/pact-files/command';
import { countOf, maskSecrets, pactsOf } from '@customer-contracts/pact-files/internal';

import type { ConsumerTests, WrittenTest } from './draft.ts';
import { testsFromPact } from './from-pact.ts';
import { testsFromTraffic } from './from-traffic.ts';

/** What tests are written of. */
export interface TestSource {
  /** Files, directories, addresses. */
  readonly places: readonly string[];
  /** The provider's name in pacts. */
  readonly provider: string;
  /** The consumer of recorded traffic, which names none. */
  readonly consumer: string;
}

/** The tests of each consumer, in the order of the places, and what was passed over. */
export interface Written {
  readonly consumers: readonly ConsumerTests[];
  /** In whole lines. */
  readonly leftOut: readonly string[];
}

/**
 * The tests of pacts and recorded traffic. Nothing is asked and nothing is written but in a directory that goes with it.
 *
 * @throws {PactFileError}, {BrokerError} or {DriftSourceError} when a place can't be read.
 */
export async function writeTests({ places, provider, consumer }: TestSource): Promise<Written> {
  const sources = await testSources();
  const directory = mkdtempSync(join(tmpdir(), 'customer-pact-tests-'));
  try {
    const consumers: ConsumerTests[] = [];
    const leftOut: string[] = [];
    for (const place of places) {
      const traffic = await sources.readTraffic(place);
      if (traffic !== undefined) {
        consumers.push(await testsFromTraffic(traffic, { consumer, source: nameOfSource([place]), directory }));
        if (traffic.others > 0)
          leftOut.push(`${nameOfSource([place])}: ${countOf(traffic.others, 'other call')} left out`);
        continue;
      }
      const read = await sources.readPlaces([place], provider);
      const pacts = pactsOf(read);
      if (pacts.some(sources.hasPatterns)) await sources.loadPatterns();
      for (const pact of pacts) consumers.push(await testsFromPact(pact, directory, sources));
      sources.sayLeftOut(read);
    }
    return { consumers: united(consumers), leftOut };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The tests of a consumer stand together, in whichever files its interactions were. */
function united(consumers: readonly ConsumerTests[]): readonly ConsumerTests[] {
  const named = Map.groupBy(consumers, ({ consumer, provider }) => JSON.stringify([consumer, provider]));
  return [...named.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const fields = same.toReversed().flatMap(({ customFields }) => Object.entries(customFields));
    const tests = withDescriptions(same.flatMap((each) => each.tests));
    return [{ ...first, customFields: Object.fromEntries(fields), tests }];
  });
}

/** Of tests with one description in the same states, each but the first gets a number: in the pact they would be one. */
function withDescriptions(tests: readonly WrittenTest[]): readonly WrittenTest[] {
  const known = new Map<string, number>();
  return tests.map((test) => {
    const { draft } = test;
    if (draft?.description === undefined) return test;
    const { description, given, ownStates, operationId, status } = draft;
    // Without a state of its own, the answer brings one.
    const states = given.length > 0 ? given : [operationId, status];
    const key = JSON.stringify([description, states, ownStates]);
    const count = (known.get(key) ?? 0) + 1;
    known.set(key, count);
    return count === 1 ? test : { ...test, draft: { ...draft, description: `${description} (${count})` } };
  });
}

/** What a source is called in code: an address without its query, a file by its name. */
export function nameOfSource(places: readonly string[]): string {
  const names = places.map((place) =>
    URL.canParse(place) && /^https?:/i.test(place) ? new URL(place).host + new URL(place).pathname : basename(place),
  );
  return maskSecrets(names.join(', '));
}
