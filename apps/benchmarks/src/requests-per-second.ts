import autocannon from 'autocannon';

/** What {@link requestsPerSecond} sends. */
export interface Load {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly method?: 'GET' | 'PUT';
  readonly body?: string;
  /** How many requests to send; without it, as many as go in three seconds. */
  readonly amount?: number;
}

/**
 * Requests per second that a server answers with a 2xx, by autocannon with 10 connections.
 *
 * @throws when an answer is none: a server that refuses fast would look fast.
 */
export async function requestsPerSecond(load: Load): Promise<number> {
  // A number of requests ends at the end of a sample, and a second would be longer than a few requests take.
  const length = load.amount === undefined ? { duration: 3 } : { sampleInt: 10 };
  const { requests, non2xx, errors, duration } = await autocannon({ connections: 10, timeout: 60, ...length, ...load });
  if (non2xx > 0 || errors > 0) {
    throw new Error(`Failed to measure ${load.url}: ${non2xx} answers were no 2xx, ${errors} requests failed.`);
  }
  return requests.total / duration;
}
