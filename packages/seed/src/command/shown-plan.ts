import { ownOrganization } from '../check-target.ts';
import type { SeedPlan } from '../seed-plan.ts';
import { allowanceInWords, duration, size } from './words.ts';

/** The plan in a few lines. */
export function shownPlan(plan: SeedPlan): string {
  const {
    host,
    records,
    of = 'customers',
    from,
    to,
    journaled,
    reads,
    writes,
    saved,
    bytes,
    ledger,
    reachable,
    allowance,
    milliseconds,
  } = plan;
  const lines = [
    `${whereInWords(plan, 'Organization')} at ${host}`,
    `${to - from} ${of}: ${records}${journaled === 0 ? '' : `; the journal has ${journaled} of them as done`}`,
    `${reads} or more reads, ${writes} or fewer writes${bytes === 0 ? '' : ` of about ${size(bytes)}`}`,
  ];
  if (saved > 0) lines.push(`${saved} writes saved: lead sources go with their customers`);
  if (allowance !== null) lines.push(`${duration(milliseconds)} or less of waiting, at ${allowanceInWords(allowance)}`);
  else if (writes > 0) lines.push('The time depends on how many writes the API allows: its first answer tells');
  if (reachable !== null) {
    lines.push(`${reachable.records} records of the payload may reach somebody. The first: ${reachable.first}`);
  }
  if (bytes > 0 && ledger === null) lines.push('No ledger: undo will not know what was made (--ledger FILE)');
  return lines.join('\n');
}

/** The organization of a plan in words, behind the word for one where it has an id. */
export function whereInWords({ organization }: SeedPlan, word: 'Organization' | 'organization'): string {
  if (organization !== ownOrganization) return `${word} ${organization}`;
  return word === 'Organization' ? "The API key's own organization" : organization;
}
