import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate, setTimeout } from 'node:timers';
import { runInThisContext } from 'node:vm';

import { isRecord } from '@customer-contracts/pact-files/internal';

/** How a test ended. */
export type Ending =
  | { readonly kind: 'passed' }
  | FailedRun
  /** It did not end in its time. */
  | { readonly kind: 'hung' };

/** A run that failed. */
export interface FailedRun {
  readonly kind: 'failed';
  readonly error: unknown;
  /** Whether the error came beside the test: a rejection that nobody waits for, a call of `process.exit`. */
  readonly isBeside: boolean;
}

/** Ends a run as failed beside its test; without effect once it is over. */
type Fail = (error: unknown) => void;

const runs = new AsyncLocalStorage<Fail>();

/**
 * Runs a test once, on its own: what is rejected or thrown beside it counts as its failure while it runs, and as nothing
 * afterwards; it ends no process, prints nothing, leaves no fake timers behind, and has `limit` ms.
 */
export async function runGuarded(test: () => unknown, limit: number): Promise<Ending> {
  guardProcess();
  const restoreTimers = keepTimers();
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const failed = (error: unknown, isBeside: boolean) => resolve({ kind: 'failed', error, isBeside });
  const timer = setTimeout(() => resolve({ kind: 'hung' }), limit);
  const fail: Fail = (error) => failed(error, true);
  const pass = () => resolve({ kind: 'passed' });
  runs.run(fail, () => void runToEnd(test).then(pass, (error: unknown) => failed(error, false)));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    restoreTimers();
  }
}

async function runToEnd(test: () => unknown): Promise<void> {
  await test();
  // Node tells of a rejection that nobody waits for at the end of the turn in which it came.
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
}

let isGuarded = false;

/** From now on, what belongs to a run ends that run at most. Everything else is as it was. */
function guardProcess(): void {
  if (isGuarded) return;
  isGuarded = true;
  // In jest the global is a copy of the one that Node knows.
  const whole: unknown = runInThisContext('process');
  for (const each of new Set([process, whole])) {
    guard(each, 'exit', (fail, [code]) => {
      const error = new Error(`process.exit(${JSON.stringify(code) ?? ''}) was called`);
      fail(error);
      throw error;
    });
  }
  guard(whole, 'emit', (fail, [name, error]) => {
    if (name !== 'unhandledRejection' && name !== 'uncaughtException') return undefined;
    fail(error);
    return true;
  });
  for (const method of ['debug', 'error', 'info', 'log', 'warn']) guard(console, method, () => null);
}

/** Lets a run have its own way with a method: what `instead` gives, or what the method does where that is `undefined`. */
function guard(owner: unknown, name: string, instead: (fail: Fail, given: readonly unknown[]) => unknown): void {
  const method: unknown = isRecord(owner) ? Reflect.get(owner, name) : undefined;
  if (!isRecord(owner) || typeof method !== 'function') return;
  Reflect.set(owner, name, function guarded(this: unknown, ...given: readonly unknown[]): unknown {
    const fail = runs.getStore();
    const result = fail === undefined ? undefined : instead(fail, given);
    const usual = (): unknown => Reflect.apply(method, this, given);
    return result === undefined ? usual() : result;
  });
}

const timerNames = [
  'Date',
  'clearImmediate',
  'clearInterval',
  'clearTimeout',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
] as const;

/** @returns what puts the timers back that are there now: hooks that would do it don't run between mutations. */
export function keepTimers(): () => void {
  const kept = timerNames.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  const nextTick: unknown = Reflect.get(process, 'nextTick');
  return () => {
    for (const [name, descriptor] of kept) {
      if (descriptor !== undefined && Object.getOwnPropertyDescriptor(globalThis, name)?.value !== descriptor.value)
        Object.defineProperty(globalThis, name, descriptor);
    }
    if (Reflect.get(process, 'nextTick') !== nextTick) Reflect.set(process, 'nextTick', nextTick);
  };
}
