import { isRecord, type RawMatcher, type Variant, variants } from '@customer-contracts/pact-files/internal';
import {
  acceptsCredential,
  type CredentialKind,
  credentialKinds,
  isCredentialKind,
  isProviderStateName,
  operations,
  type ProviderStateName,
  providerStateNames,
  providerStates,
  stateNameOfSentence,
  statusesOf,
} from '@customer-contracts/schemas';
import { nearest, shown } from '@customer-contracts/schemas/internal';

import { isPactJsMatcher, type PactJsMatcher } from '../contract/pact-js-matcher.ts';
import { InteractionError } from '../plan/interaction-error.ts';
import type { InteractionPlan, PlannedOwnState, PlannedState } from '../plan/interaction-plan.ts';
import { isOwnState } from '../plan/own-state.ts';
import { withoutUndefined } from './without-undefined.ts';

// What the methods of an interaction are given, as a caller without types may have it. Each throws an InteractionError.

/** A status that the operation documents. */
export function checkStatus(plan: InteractionPlan, status: unknown): number {
  const statuses: readonly number[] = statusesOf(plan.operationId);
  if (typeof status === 'number' && statuses.includes(status)) return status;
  throw refuse(plan, `the API documents no status ${shown(status)}`, `Choose from ${statuses.join(', ')}.`);
}

/** A kind of credential that the operation accepts. */
export function checkCredential(plan: InteractionPlan, kind: unknown): CredentialKind {
  if (typeof kind === 'string' && isCredentialKind(kind) && acceptsCredential(plan.operationId, kind)) return kind;
  const accepted = credentialKinds.filter((each) => acceptsCredential(plan.operationId, each));
  throw refuse(plan, `it does not accept ${shown(kind)}`, `Authenticate with ${accepted.join(' or ')}.`);
}

/** A text with something in it. */
export function checkText(plan: InteractionPlan, method: string, text: unknown): string {
  if (typeof text === 'string' && /\S/.test(text)) return text;
  throw refuse(plan, `${method} got ${shown(text)}`, 'Hand in a text.');
}

/** The path of a member, such as `primaryAddress.city`. */
export function checkMember(plan: InteractionPlan, method: string, path: unknown): string {
  if (typeof path === 'string' && /\S/.test(path)) return path;
  throw refuse(plan, `${method} got ${shown(path)}`, 'Hand in the path of a member, such as primaryAddress.city.');
}

/** One of the answers. */
export function checkVariant(plan: InteractionPlan, variant: unknown): Variant {
  const known = variants.find((each) => each === variant);
  if (known !== undefined) return known;
  throw refuse(plan, `only got ${shown(variant)}`, `Choose from ${variants.join(', ')}.`);
}

/**
 * A provider state of the catalogue, with the defaults of what was left out, so that the pact says them. What the state's own
 * schema has against the parameters is said when the test runs.
 */
export function checkState(plan: InteractionPlan, name: unknown, parameters: unknown): PlannedState {
  const known = checkStateName(plan, name);
  const given = withoutUndefined(checkParameters(plan, 'given', parameters));
  return { name: known, parameters: providerStates[known].parameters.safeParse(given).data ?? given };
}

function checkStateName(plan: InteractionPlan, name: unknown): ProviderStateName {
  if (typeof name === 'string' && isProviderStateName(name)) return name;
  const text = typeof name === 'string' ? name : '';
  const meant = stateNameOfSentence(text) ?? nearest(text, providerStateNames);
  const advice = `Choose from ${providerStateNames.join(', ')}; a state of your own goes into also.`;
  throw refuse(
    plan,
    `the catalogue has no provider state ${shown(name)}`,
    meant === undefined ? advice : `Did you mean ${meant}?`,
  );
}

function checkParameters(plan: InteractionPlan, method: string, parameters: unknown): InteractionPlan['call'] {
  if (isRecord(parameters)) return { ...parameters };
  throw refuse(plan, `the parameters of ${method} are ${shown(parameters)}`, 'Hand in an object.');
}

/** A provider state of the caller's own. */
export function checkOwnState(plan: InteractionPlan, state: unknown, parameters: unknown): PlannedOwnState {
  if (isOwnState(state)) return { state, parameters: checkParameters(plan, 'also', parameters) };
  throw refuse(plan, `also got ${shown(state)}`, 'Hand in what ownState(sentence, z.object({ ... })) makes.');
}

/** Names of headers. Whether the answer has them, the contract says. */
export function checkHeaders(plan: InteractionPlan, names: readonly unknown[]): readonly string[] {
  return names.map((name) => checkText(plan, 'readsHeaders', name));
}

/** A list of the API that the reader takes for complete, and why. */
export function checkClosed(plan: InteractionPlan, path: unknown, reason: unknown): readonly [string, string] {
  return [checkMember(plan, 'closed', path), checkText(plan, 'the reason of closed', reason)];
}

/** A member, and matchers of Pact or pact-js for it, at least one. */
export function checkMatchers(
  plan: InteractionPlan,
  path: unknown,
  matchers: readonly unknown[],
): readonly [string, readonly (RawMatcher | PactJsMatcher)[]] {
  const member = checkMember(plan, 'matches', path);
  const wrong = matchers.length === 0 ? 0 : matchers.findIndex((matcher) => !isMatcher(matcher));
  if (wrong === -1) return [member, matchers.filter(isMatcher)];
  throw refuse(plan, `matches got ${shown(matchers[wrong])}`, "Hand in a matcher of Pact, such as { match: 'type' }.");
}

function isMatcher(matcher: unknown): matcher is RawMatcher | PactJsMatcher {
  return isPactJsMatcher(matcher) || (isRecord(matcher) && typeof matcher['match'] === 'string');
}

/** The path parameters, query and body of a call, by name. */
export function checkCallObject(operationId: InteractionPlan['operationId'], call: unknown): InteractionPlan['call'] {
  if (isRecord(call)) return { ...call };
  const { pathParameters, query, body } = operations[operationId];
  const names = [pathParameters.shape, query.shape, body === undefined ? {} : { body }].flatMap(Object.keys);
  throw new InteractionError(
    `Failed to describe ${operationId}: the call is ${shown(call)}. Hand in one object, with ${names.join(', ')}.`,
    operationId,
  );
}

function refuse({ operationId }: InteractionPlan, received: string, advice: string): InteractionError {
  return new InteractionError(`Failed to describe ${operationId}: ${received}. ${advice}`, operationId);
}
