import type { MiddlewareHandler } from 'hono';

import { problem } from './problem.ts';

/** The names of this machine: any other in `Host` is a foreign name that was made to point here. */
const own = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses what another site's page sends. The server writes with its own key for whoever reaches it, so a request has to
 * come from its own page: by the headers that a browser sets and no page can.
 */
export const ownPagesOnly: MiddlewareHandler = async ({ req }, next) => {
  const { protocol, host, hostname } = new URL(req.url);
  const origin = req.header('Origin') ?? `${protocol}//${host}`;
  const site = req.header('Sec-Fetch-Site') ?? 'same-origin';
  const isOwn = own.has(hostname) && origin === `${protocol}//${host}` && site === 'same-origin';
  if (!isOwn) return problem(403, { detail: 'Lead Desk takes requests of its own page only.' });
  await next();
  return undefined;
};
