import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Collects garbage before each measurement: who is measured second would pay for what the first left behind. */
export function withCleanHeap(measure: () => Promise<number>): () => Promise<number> {
  return () => {
    if (typeof collect === 'function') collect();
    return measure();
  };
}
