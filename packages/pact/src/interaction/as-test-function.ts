import { isPactError } from '@customer-contracts/pact-files/internal';

import { scrubError } from '../mock/scrub-error.ts';
import { describeOnce, type Description } from '../shards/describe-once.ts';
import { userFrames } from '../shards/user-frames.ts';
/** A test, as `it` takes it. vitest hands its context over; other runners hand over nothing. */
export type TestFunction = (context?: unknown) => Promise<void>;

/**
 * A test function that gets the runner's context and doesn't declare it: jest takes a function with a parameter for one
 * that calls back, and vitest reads the names of fixtures from the parameters. One that is never called is missed.
 *
 * To be called by `test` itself: where that was called, in the user's own file, is where errors of this package point.
 */
export function asTestFunction(
  description: Omit<Description, 'kind'>,
  run: (context: unknown) => Promise<void>,
): TestFunction {
  const place: { stack?: string } = {};
  Error.captureStackTrace(place, asTestFunction);
  const trace = describeOnce({ ...description, kind: 'test' }, () => place.stack ?? '');
  return async function test() {
    // oxlint-disable-next-line prefer-rest-params -- a rest parameter is one that vitest would read
    const [context]: Iterable<unknown> = arguments;
    try {
      await run(context);
    } catch (thrown) {
      trace.failed();
      const error = scrubError(thrown);
      if (isPactError(error)) pointTo(place.stack ?? '', error);
      throw error;
    }
    trace.done();
  };
}

/** Gives an error the user's frames of another place: its own are all inside the harness. */
export function pointTo(stack: string, error: Error): void {
  error.stack = [`${error.name}: ${error.message}`, ...userFrames(stack)].join('\n');
}
