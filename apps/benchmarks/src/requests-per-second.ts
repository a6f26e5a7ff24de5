import autocannon from 'autocannon';

/**
 * Requests per second that a server answers with a 2xx, by autocannon with 10 connections.
 *
 * @throws when an answer is none: a server that refuses fast would look fast.
 */
export async function requestsPerSecond(request: autocannon.Request & { url: string }, seconds = 3): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ ...request, connections: 10, duration: seconds });
  if (non2xx > 0 || errors > 0) {
    throw new Error(`Failed to measure ${request.url}: ${non2xx} answers were no 2xx, ${errors} requests failed.`);
  }
  return requests.average;
}
