/** A test, as `it` takes it. vitest hands its context over; other runners hand over nothing. */
export type TestFunction = (context?: unknown) => Promise<void>;

/**
 * A test function that gets the runner's context and doesn't declare it: jest takes a function with a parameter for one
 * that calls back, and vitest reads the names of fixtures from the parameters.
 */
export function asTestFunction(run: (context: unknown) => Promise<void>): TestFunction {
  return function test() {
    // oxlint-disable-next-line prefer-rest-params -- a rest parameter is one that vitest would read
    const [context]: Iterable<unknown> = arguments;
    return run(context);
  };
}
