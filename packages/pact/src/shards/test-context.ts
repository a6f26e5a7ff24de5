import { isRecord } from '@customer-contracts/pact-files/internal';

/**
 * The name of the test that is running, for whoever has to find it: vitest and `node:test` say it in the context that
 * they hand over, jest in the state of its `expect`. `undefined` where the runner says none.
 */
export function testNameOf(context: unknown): string | undefined {
  const names = [
    memberOf(memberOf(context, 'task'), 'fullName'),
    memberOf(context, 'fullName'),
    memberOf(stateOf(memberOf(globalThis, 'expect')), 'currentTestName'),
  ];
  return names.find((name) => typeof name === 'string');
}

function stateOf(expect: unknown): unknown {
  const getState = memberOf(expect, 'getState');
  return typeof getState === 'function' ? Reflect.apply(getState, expect, []) : undefined;
}

/** The member of a vitest task's `meta` that says which interactions the test ran. */
export const interactionsMeta = 'customerPactInteractions';

/**
 * Tells the vitest plugin that an interaction ran, over vitest's own channel, so that a shard that vanishes is missed.
 * `it` hands its context to the test; other runners hand nothing, and nothing happens.
 */
export function reportInteraction(context: unknown, key: string): void {
  const meta = memberOf(memberOf(context, 'task'), 'meta');
  if (!isRecord(meta)) return;
  const known = meta[interactionsMeta];
  Reflect.set(meta, interactionsMeta, [...(Array.isArray(known) ? known.map(String) : []), key]);
}

/** A member of what a test runner hands over, of whose type nobody can be sure: vitest's context is a function with properties. */
function memberOf(value: unknown, name: string): unknown {
  return isRecord(value) || typeof value === 'function' ? Reflect.get(value, name) : undefined;
}
