import autocannon from 'autocannon';

/** What {@link requestsPerSecond} sends. */
export interface Load {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: string;
  /** How many requests to send; without it, as many as go in three seconds. */
  readonly amount?: number;
}

/** How a server did under a load. */
interface Performance {
  readonly requestsPerSecond: number;
  /** The answer that is later than 99 of a hundred, in ms. */
  readonly p99: number;
}

/**
 * What a server does under a load, by autocannon with 10 connections.
 *
 * @throws when an answer is none of 2xx: a server that refuses fast would look fast.
 */
export async function performanceUnder(load: Load): Promise<Performance> {
  // A number of requests ends at the end of a sample, and a second would be longer than a few requests take.
  const length = load.amount === undefined ? { duration: 3 } : { sampleInt: 10 };
  const { requests, latency, non2xx, errors, duration } = await autocannon({
    connections: 10,
    timeout: 60,
    ...length,
    ...load,
  });
  if (non2xx > 0 || errors > 0) {
    throw new Error(`Failed to measure ${load.url}: ${non2xx} answers were no 2xx, ${errors} requests failed.`);
  }
  return { requestsPerSecond: requests.total / duration, p99: latency.p99 };
}

/** Requests per second that a server answers with a 2xx. */
export async function requestsPerSecond(load: Load): Promise<number> {
  return (await performanceUnder(load)).requestsPerSecond;
}
