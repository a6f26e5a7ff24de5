import { formatPath, matchOperation, type Operation, operations, securitySchemes } from '@customer-contracts/schemas';
import type { Handler } from 'hono';

import { problem } from './problem.ts';

/** The API that the page works with, and the key that stays on this side. */
export interface Api {
  /** Where its paths begin: with the organization, unless that is the key's own. */
  readonly url: string;
  readonly apiKey: string;
}

/** How long the API may take, in ms. */
const patience = 10_000;

/** What the client reads of every answer, beside the headers that the table has. `Date` tells how far 429 is from its end. */
const always = ['Content-Type', 'Date'];

/** Where the API is: nothing that the page has to know. */
const never = 'Location';

/**
 * Hands the requests of the eight operations on to the API, with its key, and the answers back. Nothing passes in either
 * direction that the table of operations doesn't have: no other path, query or header, and never the key.
 */
export function forwardToApi({ url, apiKey }: Api, prefix: string): Handler {
  const base = url.replace(/\/+$/, '');
  // As it would stand in the JSON of an answer that repeats what it was sent.
  const key = JSON.stringify(apiKey).slice(1, -1);

  return async ({ req }) => {
    const { pathname, searchParams } = new URL(req.url);
    const match = matchOperation(req.method, pathname.slice(prefix.length));
    if (match === undefined || 'organizationId' in match) return problem(404);
    if ('allow' in match) return problem(405, { headers: { Allow: match.allow.join(', ') } });
    const { operationId } = match;
    const operation = operations[operationId];
    const parameters = operation.pathParameters.safeParse(match.pathParameters);
    if (!parameters.success) return problem(404);
    // No dots that would climb out of the organization: the URL of the request has dropped them already.
    const target = new URL(base + formatPath(operationId, parameters.data));
    for (const name of Object.keys(operation.query.shape)) {
      const value = searchParams.get(name);
      if (value !== null) target.searchParams.set(name, value);
    }
    if (operation.body && !req.header('Content-Type')?.startsWith('application/json')) return problem(415);
    const body = operation.body ? await req.text() : undefined;
    const answer = await ask(target, operation, apiKey, body);
    if (answer === undefined) return problem(502, { detail: 'The Customers API does not answer Lead Desk.' });
    const { status, headers, text } = answer;
    return new Response(text === '' ? null : text.replaceAll(key, '[redacted]'), {
      status,
      headers: pick(headers, operation),
    });
  };
}

/** `undefined` when nothing comes, or a redirect, which would carry the key along. */
async function ask(target: URL, { method }: Operation, apiKey: string, body: string | undefined) {
  try {
    const answer = await fetch(target, {
      method,
      headers: {
        Accept: 'application/json',
        [securitySchemes.SecretApiKey.name]: apiKey,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const { status, headers } = answer;
    return status >= 300 && status < 400 ? undefined : { status, headers, text: await answer.text() };
  } catch {
    return undefined;
  }
}

function pick(headers: Headers, { responses }: Operation): Headers {
  const documented = Object.values(responses).flatMap((response) => Object.keys(response.headers));
  const picked = new Headers({ 'Cache-Control': 'no-store' });
  for (const name of [...always, ...documented]) {
    const value = headers.get(name);
    if (value !== null && name !== never) picked.set(name, value);
  }
  return picked;
}
