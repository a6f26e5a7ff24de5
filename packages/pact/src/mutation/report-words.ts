import { countOf, maskSecrets } from '@customer-contracts/pact-files/internal';

import type { Mutation } from './mutation.ts';
import type { ReportWords } from './report-text.ts';
import type { TestRecord } from './test-record.ts';

/** What there is to say about tests beside the numbers; `command` is what ran them. */
export function wordsAbout(tests: readonly TestRecord[], command: readonly string[]): ReportWords {
  const ids = new Map(tests.flatMap(({ mutations }) => mutations.map((each) => [keyOf(each), each.id])));
  return {
    repeat(mutation) {
      const id = ids.get(keyOf(mutation));
      return id === undefined ? undefined : `customer-pact mutate --only ${id} -- ${command.join(' ')}`;
    },
    notes: tests.flatMap(notesOf).map((note) => maskSecrets(note)),
  };
}

/** What tells a mutation from others, whatever came of it. */
export function keyOf({ test, interaction, kind, changes }: Mutation): string {
  return JSON.stringify([test, interaction, kind, changes.map(({ member, claim }) => [member, claim])]);
}

function notesOf({ test, interaction, stateful, isOver, leftOut, outOfTime }: TestRecord): readonly string[] {
  const name = `${test} (${interaction})`;
  return [
    ...(isOver ? [] : [`${name}: did not end, and is not scored`]),
    ...(stateful === undefined ? [] : [`${name}: stateful, and not scored: on its own answer again, ${stateful}`]),
    ...(leftOut === 0 ? [] : [`${name}: ${countOf(leftOut, 'mutation')} left out: say a larger --max`]),
    ...(outOfTime === 0 ? [] : [`${name}: ${countOf(outOfTime, 'mutation')} left out: its own timeout leaves no time`]),
  ];
}
