import { isRecord } from '@customer-contracts/pact-files/internal';

/**
 * The name of the test that is running, for whoever has to find it: vitest and `node:test` say it in the context that
 * they hand over, vitest in the state of its worker besides, jest in the state of its `expect`. `undefined` where the
 * runner says none.
 */
export function testNameOf(context: unknown): string | undefined {
  const names = [
    memberOf(memberOf(context, 'task'), 'fullName'),
    memberOf(context, 'fullName'),
    memberOf(currentTask(), 'fullName'),
    memberOf(stateOf(memberOf(globalThis, 'expect')), 'currentTestName'),
  ];
  return names.find((name) => typeof name === 'string');
}

/** Whether a test is running, as far as the runner says: vitest and jest do. */
export function isInTest(): boolean {
  const name = memberOf(stateOf(memberOf(globalThis, 'expect')), 'currentTestName');
  return currentTask() !== undefined || (process.env['JEST_WORKER_ID'] !== undefined && typeof name === 'string');
}

/** The test that vitest is running in this worker. */
function currentTask(): unknown {
  const task = memberOf(memberOf(globalThis, '__vitest_worker__'), 'current');
  return memberOf(task, 'type') === 'test' ? task : undefined;
}

function stateOf(expect: unknown): unknown {
  const getState = memberOf(expect, 'getState');
  return typeof getState === 'function' ? Reflect.apply(getState, expect, []) : undefined;
}

/** The member of a vitest task's `meta` that says which interactions the test ran. */
export const interactionsMeta = 'customerPactInteractions';

/**
 * Tells the vitest plugin that an interaction ran, over vitest's own channel, so that a shard that vanishes is missed.
 * The context that `it` hands to the test says which one that is, else vitest's worker; other runners say nothing, and
 * nothing happens.
 */
export function reportInteraction(context: unknown, key: string): void {
  const meta = memberOf(memberOf(context, 'task') ?? currentTask(), 'meta');
  if (!isRecord(meta)) return;
  const known = meta[interactionsMeta];
  Reflect.set(meta, interactionsMeta, [...(Array.isArray(known) ? known.map(String) : []), key]);
}

/** How long a test may take, in ms, where its runner says so: vitest and jest do. 0 and absence are without end. */
export function timeoutOf(context: unknown): number | undefined {
  const jest = Object.getOwnPropertySymbols(globalThis).find(({ description }) => description === 'JEST_STATE_SYMBOL');
  const state: unknown = jest === undefined ? undefined : Reflect.get(globalThis, jest);
  const timeouts = [
    memberOf(memberOf(context, 'task') ?? currentTask(), 'timeout'),
    memberOf(memberOf(state, 'currentlyRunningTest'), 'timeout'),
    memberOf(state, 'testTimeout'),
  ];
  return timeouts.find((timeout) => typeof timeout === 'number');
}

/** Takes back what `expect.soft` of vitest has noted as failed in the test that is running. */
export function takeSoftFailures(context: unknown): readonly unknown[] {
  const result = memberOf(memberOf(context, 'task') ?? currentTask(), 'result');
  const errors = memberOf(result, 'errors');
  if (!isRecord(result) || !Array.isArray(errors) || errors.length === 0) return [];
  Reflect.set(result, 'state', 'run');
  Reflect.set(result, 'errors', []);
  return errors;
}

/** A member of what a test runner hands over, of whose type nobody can be sure: vitest's context is a function with properties. */
function memberOf(value: unknown, name: string): unknown {
  return isRecord(value) || typeof value === 'function' ? Reflect.get(value, name) : undefined;
}
