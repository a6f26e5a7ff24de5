import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate, setTimeout } from 'node:timers';

/** How a test ended. */
export type Ending =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** It did not end in its time. */
  | { readonly kind: 'hung' };

/** Ends a run as failed; without effect once it is over. */
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
  const fail: Fail = (error) => resolve({ kind: 'failed', error });
  const timer = setTimeout(() => resolve({ kind: 'hung' }), limit);
  runs.run(fail, () => void runToEnd(test).then(() => resolve({ kind: 'passed' }), fail));
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
  // In jest the global is a copy, which Node tells nothing.
  const whole: NodeJS.Process = process.getBuiltinModule('node:process');
  for (const each of new Set([process, whole])) {
    const exit = each.exit.bind(each);
    each.exit = (code) => {
      const fail = runs.getStore();
      if (fail === undefined) return exit(code);
      const error = new Error(`process.exit(${code ?? ''}) was called`);
      fail(error);
      throw error;
    };
  }
  const emit: unknown = Reflect.get(whole, 'emit');
  if (typeof emit !== 'function') return;
  Reflect.set(whole, 'emit', (...event: readonly unknown[]) => {
    const [name, error] = event;
    const fail = name === 'unhandledRejection' || name === 'uncaughtException' ? runs.getStore() : undefined;
    if (fail === undefined) return Boolean(Reflect.apply(emit, whole, event));
    fail(error);
    return true;
  });
  for (const method of ['debug', 'error', 'info', 'log', 'warn'] as const) {
    const print = console[method].bind(console);
    console[method] = (...message: readonly unknown[]) => {
      if (runs.getStore() === undefined) print(...message);
    };
  }
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
