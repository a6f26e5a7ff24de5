import { createHash } from 'node:crypto';

import { operations } from '@customer-contracts/schemas';

import type { InteractionPlan } from '../plan/interaction-plan.ts';
import type { Variant } from '@customer-contracts/pact-files/internal';

const longestList = 160;

/**
 * The sentence that names an interaction in the pact: the operation, its query, the status, the variant and the members
 * read, as in `get a customer: 200, complete, reading email, id`.
 */
export function describeInteraction(
  plan: InteractionPlan,
  variant: Variant | undefined,
  members: readonly string[],
): string {
  const suffix = variant === undefined ? '' : `, ${variant}`;
  if (plan.description !== undefined) return `${plan.description}${suffix}`;
  const { summary } = operations[plan.operationId];
  const what = `${summary.charAt(0).toLowerCase()}${summary.slice(1)}${describeQuery(plan)}`;
  // Of many bodies that break a rule, each is an interaction of its own.
  const broken = plan.status === 422 && typeof plan.call['name'] === 'string' ? `, ${plan.call['name']}` : '';
  const reading = members.length === 0 ? '' : `, reading ${listMembers(members)}`;
  const headers = plan.headers.length === 0 ? '' : `, with ${plan.headers.join(', ')}`;
  const credential = plan.credential === 'apiKey' ? '' : `, by ${plan.credential}`;
  return `${what}: ${plan.status}${broken}${suffix}${reading}${headers}${credential}`;
}

function describeQuery({ operationId, call }: InteractionPlan): string {
  const names = Object.keys(operations[operationId].query.shape).filter((name) => call[name] !== undefined);
  return names.length === 0 ? '' : ` by ${names.map((name) => `${name}=${String(call[name])}`).join(' and ')}`;
}

/** A long list is cut, and told apart from its like by a short digest. */
function listMembers(members: readonly string[]): string {
  const text = members.join(', ');
  if (text.length <= longestList) return text;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${members.length} members (${digest})`;
}
