import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { inspect } from 'node:util';

import { isInTest } from './test-context.ts';
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
    const place = placeIn(stack());
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

/** Where this package's own code is, as stacks name it. */
const [own = ''] = filesIn(new Error('here').stack ?? '');
const root = own.replace(/[\\/](?:src|dist)[\\/].*$/, '');

/** The first place of a stack outside of this package: `a.test.js:5:12`; empty where there is none. */
function placeIn(stack: string): string {
  const place = filesIn(stack).find((file) => !isOwn(file));
  return place === undefined ? '' : relative(process.cwd(), place);
}

function isOwn(file: string): boolean {
  return ['src', 'dist'].some((folder) =>
    file.replaceAll('\\', '/').startsWith(`${root.replaceAll('\\', '/')}/${folder}/`),
  );
}

/** The files of a stack with line and column, without their scheme. */
function filesIn(stack: string): readonly string[] {
  return stack.split('\n').flatMap((line) => {
    const [, file] = /(?:\(|at (?:async )?|@)(?:file:\/\/)?((?:[A-Za-z]:)?[^():]*:\d+:\d+)\)?$/.exec(line) ?? [];
    return file === undefined ? [] : [file.replace(/\?[^:]*/, '')];
  });
}
