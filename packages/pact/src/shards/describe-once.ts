import { createHash } from 'node:crypto';
import { inspect } from 'node:util';

import { isInTest } from './test-context.ts';
import { userPlace } from './user-frames.ts';
import { writeRecord } from './write-shard.ts';

/** What is described, and where. */
export interface Description {
  readonly kind: 'chain' | 'test';
  /** The absolute path of the directory of the pact file. */
  readonly directory: string;
  /** As messages call it: `getCustomer 404`. */
  readonly name: string;
  /** What else tells it from others: what was said. */
  readonly said: unknown;
}

/** Keeps what becomes of something that was described. */
export interface Trace {
  /** It came to its end: a chain was built upon, a test passed. */
  done(): void;
  /** The test threw. */
  failed(): void;
}

/**
 * Writes down that something was described, so that it is missed when nothing comes of it. `stack` is read as late as
 * possible, because it is dear: a chain that goes on in the same statement is never written down at all.
 */
export function describeOnce({ kind, directory, name, said }: Description, stack: () => string): Trace {
  let [id, isDone]: [string | undefined, boolean] = [undefined, false];
  const wasInTest = isInTest();
  const write = () => {
    if (isDone) return;
    const place = userPlace(stack());
    id = createHash('sha256')
      .update(`${kind} ${place} ${name} ${inspect(said, { depth: 8 })}`)
      .digest('hex')
      .slice(0, 16);
    writeRecord(directory, { described: { id, kind, directory, name, place, isInTest: wasInTest } });
  };
  // A promise and no timer: nobody fakes it. Where nothing can be written, the test says so that leaves a shard.
  Promise.resolve()
    .then(write)
    .catch(() => {});
  return {
    done() {
      if (isDone) return;
      isDone = true;
      if (id !== undefined) writeRecord(directory, { done: id });
    },
    failed() {
      if (id !== undefined && !isDone) writeRecord(directory, { failed: id });
    },
  };
}
