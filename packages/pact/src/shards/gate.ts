import { countOf } from '@customer-contracts/pact-files/internal';

import { namedDocument, triedOn } from '../api/document-variable.ts';
import { MergeError } from './merge-error.ts';
import type { PlannedPact } from './plan-merge.ts';
import { type Described, neverRun, type RunRecord } from './run-record.ts';

/** How much of all tests a run was. */
export type Extent =
  /** The runner itself says that every test ran that may write into these directories, and passed. */
  | { readonly kind: 'whole'; readonly proves: (directory: string) => boolean }
  /** Some tests are known to be left out. */
  | { readonly kind: 'partial'; readonly reason: string }
  /** Nobody can be asked: what stands on file is the only witness. */
  | { readonly kind: 'unknown' };

/** Why a run that skipped tests was not whole; `undefined` where it skipped none. */
export function skippedIn(tests: number): string | undefined {
  return tests === 0 ? undefined : `${countOf(tests, 'test')} skipped`;
}

/** What the gate decides: to write, or to leave the files as they are, for a reason; `isMeant` where whoever ran the tests said so. */
export type Decision =
  | { readonly kind: 'write'; readonly pacts: readonly PlannedPact[] }
  | { readonly kind: 'leave'; readonly reason: string; readonly isMeant?: boolean };

/**
 * The gate before every write, of the plugin, the command, kept shards and merged reports: whether what a run left may
 * become the pact files. A merge that only adds always may, and what was tried on another document never.
 *
 * @throws {MergeError} when something was described and never ran, or interactions would go that nobody has proven gone.
 */
export function passGate(
  record: RunRecord,
  pacts: readonly PlannedPact[],
  extent: Extent,
  allowsRemoval: boolean,
): Decision {
  refuseNeverRun(record, extent, allowsRemoval);
  const document = record.document ?? namedDocument();
  if (document !== undefined) return { kind: 'leave', reason: triedOn(document), isMeant: true };
  if (allowsRemoval) return { kind: 'write', pacts };
  const unproven = pacts.filter(
    ({ directory, removed }) => removed.length > 0 && !(extent.kind === 'whole' && extent.proves(directory)),
  );
  const [first] = unproven;
  if (extent.kind === 'partial' && (first !== undefined || pacts.length === 0)) {
    const going = unproven.flatMap(({ removed }) => removed);
    return { kind: 'leave', reason: first === undefined ? extent.reason : `${extent.reason}, and ${wouldGo(going)}` };
  }
  if (first === undefined) return { kind: 'write', pacts };
  throw new MergeError(
    `Failed to merge ${first.file}: ${wouldGo(first.removed)}. Run all tests; where theirs are gone, say --allow-removal, or allowRemoval: true.`,
    first.file,
  );
}

function wouldGo(removed: readonly string[]): string {
  const these = removed.length === 1 ? 'this interaction' : `these ${removed.length} interactions`;
  return `${these} would go: ${listed(removed)}`;
}

/** More names than these are no help. */
const shownNames = 10;

/** Names in a row. */
export function listed(names: readonly string[]): string {
  const more = names.length - shownNames;
  return more > 0 ? `${names.slice(0, shownNames).join(', ')} and ${more} more` : names.join(', ');
}

/**
 * What was made while a test ran can't be handed to the runner any more. What was made before may be of a test that was
 * skipped or filtered out.
 */
function refuseNeverRun(record: RunRecord, extent: Extent, allowsRemoval: boolean): void {
  const isExcused = extent.kind === 'partial' || (extent.kind === 'unknown' && allowsRemoval);
  const missed = neverRun(record).filter(({ isInTest }) => isInTest || !isExcused);
  const [first] = missed;
  if (first === undefined) return;
  const were = missed.length === 1 ? 'was' : 'were';
  throw new MergeError(
    `Failed to merge ${first.directory}: ${countOf(missed.length, 'interaction')} ${were} described and never ran: ${listed(missed.map(named))}. ` +
      `${adviceFor(first)}.`,
    first.directory,
  );
}

function named({ name, place }: Described): string {
  return place === '' ? name : `${name} (${place})`;
}

function adviceFor({ kind, isInTest }: Described): string {
  if (kind === 'chain')
    return "End it with .test(...), and hand that to it: it('...', pact.getCustomer(...).test(...))";
  return isInTest
    ? 'What test gives is a function: hand it to it instead of calling test inside, or call it: await pact.getCustomer(...).test(...)()'
    : "Hand what test gives to it: it('...', pact.getCustomer(...).test(...))";
}
