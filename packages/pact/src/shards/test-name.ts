import { memberOf } from './member-of.ts';

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
