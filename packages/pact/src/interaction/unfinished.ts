import { InteractionError } from '../plan/interaction-error.ts';
import { describeOnce, type Description, type Trace } from '../shards/describe-once.ts';
import { pointTo } from './as-test-function.ts';

const chains = new WeakMap<object, Trace>();

/**
 * What a chain of the builder is before `.test`: its methods on a function that says what is missing, because whoever
 * forgets `.test` hands the chain to `it`, and runners call what they get. Without it node:test and jest would skip the
 * other tests of the file. One that nothing comes of is missed.
 */
export function unfinished<Methods extends object>(
  description: Omit<Description, 'kind'>,
  methodsOf: (trace: Trace) => Methods,
): Methods {
  const place: { stack?: string } = {};
  Error.captureStackTrace(place, unfinished);
  const trace = describeOnce({ ...description, kind: 'chain' }, () => place.stack ?? '');
  const chain = Object.assign(() => {
    trace.done();
    const error = new InteractionError(
      `Failed to run ${description.name}: it ends without test. Say .test(async ({ baseUrl, apiKey }) => { ... }) at its end.`,
      description.name,
    );
    pointTo(place.stack ?? '', error);
    throw error;
  }, methodsOf(trace));
  chains.set(chain, trace);
  return chain;
}

/** Marks a chain as taken up by something else: a flow. */
export function takeUp(chain: object): void {
  chains.get(chain)?.done();
}
