import { differences } from './differences.ts';
import { LookUp } from './look-up.ts';
import { groupSize, isGood } from './records.ts';
import { Run } from './run.ts';
import { checked, optionsOf, type RecordOptions, type TargetOptions } from './seed-options.ts';
import { makePlan } from './seed-plan.ts';
import type { VerifySummary } from './seed-summary.ts';

/** What `verifySeed` takes. */
export interface VerifyOptions extends RecordOptions, TargetOptions {}

/**
 * Reads the customers back, and tells by events which of them are missing, which are changed and in which members, and
 * which others have an e-mail address of theirs. Writes nothing.
 *
 * @throws {SeedOptionError} when an option is unknown or can't be used.
 * @throws {HostRefusedError} when the host may not be written to.
 * @throws {PayloadError} when the payload can't be read, or changes while it is used.
 * @throws {RequestFailedError} when a request fails for good.
 * @throws {InterruptedError} when the signal is given.
 * @throws {UnreconciledError} when it can't account for every record.
 */
export async function verifySeed(options: VerifyOptions): Promise<VerifySummary> {
  const settings = checked(optionsOf.verify, options);
  using run = await Run.prepare(settings, { withOthers: true });
  run.requests.tell({ type: 'plan', ...makePlan('read', run, settings) });
  // What a list doesn't show may still be there.
  run.lookUp.distrustLists();
  const others = new Set<string>();
  await run.forEach({
    work: ({ record: { id, body }, stored }) => {
      const members = stored && differences(body, stored);
      if (members === undefined) run.report(id, 'missing');
      else if (members.length === 0) run.report(id, 'unchanged');
      else run.report(id, 'changed', { members });
    },
    onBad: (record) => run.reportBad(record, 'missing'),
    onGroup: (group) => {
      for (const { id } of group.others) others.add(id);
    },
  });
  const outcomes = {
    unchanged: run.countOf('unchanged'),
    missing: run.countOf('missing'),
    changed: run.countOf('changed'),
  };
  await run.reconcile(outcomes);
  if (run.range.to === run.records.count) await addThoseBehind(run, others);
  for (const { id } of run.records.walk({ from: 0, to: run.records.count })) {
    if (others.size === 0) break;
    if (id !== undefined) others.delete(id);
  }
  for (const id of others) run.report(id, 'extra');
  return { records: run.count, ...outcomes, extra: run.countOf('extra'), ...run.requests.counts };
}

/** Adds what an earlier run with a higher count may have left: those behind the last one, until a whole group is missing. */
async function addThoseBehind(run: Run, others: Set<string>): Promise<void> {
  const { records, requests } = run;
  const lookUp = new LookUp(requests);
  for (let from = records.count; ; from += groupSize) {
    const group = [...records.walk({ from, to: from + groupSize })].filter(isGood);
    if (group.length === 0) return;
    const { found } = await run.attempt('read customers', group, () => lookUp.find(group));
    const there = found.filter(({ stored }) => stored !== undefined);
    if (there.length === 0) return;
    for (const { record } of there) others.add(record.id);
  }
}
