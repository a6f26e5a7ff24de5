import { InterruptedError, isSeedError } from './seed-error.ts';

/**
 * Runs, and says how far it came when the signal ends it.
 *
 * @param what what is counted: customers when absent.
 * @throws {InterruptedError} in the place of what the signal made of it.
 */
export async function interruptible<Result>(
  signal: AbortSignal | undefined,
  progress: () => { readonly done: number; readonly count: number },
  run: () => Promise<Result>,
  what?: string,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (isSeedError(error) || signal?.aborted !== true) throw error;
    const { done, count } = progress();
    throw new InterruptedError(done, count, signal.reason, what);
  }
}
