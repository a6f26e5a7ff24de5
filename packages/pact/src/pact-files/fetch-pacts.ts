import * as z from 'zod';

import { maskSecrets } from '../secrets/mask-secrets.ts';
import type { PactDocument } from './pact-document.ts';
import { PactFileError } from './pact-file-error.ts';
import { parsePact } from './parse-pact.ts';

const Link = z.object({ href: z.string() });
const Links = z.object({
  _links: z.object({
    'pb:latest-provider-pacts': Link.optional(),
    'pb:pacts': z.array(Link).optional(),
    pacts: z.array(Link).optional(),
  }),
});

/**
 * The pacts at an address: a pact, a broker's list of pacts, or the broker itself, which gives the latest pact of each
 * consumer of the provider. `PACT_BROKER_TOKEN`, or `PACT_BROKER_USERNAME` and `PACT_BROKER_PASSWORD`, go along, and to
 * no other host.
 *
 * @throws {PactFileError} when the address can't be reached, refuses, or has no pact.
 */
export async function fetchPacts(address: string, provider: string): Promise<readonly PactDocument[]> {
  const url = new URL(address);
  const authorization = authorizationFor(url);
  url.username = '';
  url.password = '';
  const headers = { Accept: 'application/hal+json, application/json', ...authorization };

  const pactsAt = async (href: string): Promise<readonly PactDocument[]> => {
    const text = await fetchText(href, new URL(href).origin === url.origin ? headers : { Accept: headers.Accept });
    const links = linksIn(text);
    if (links === undefined) return [parsePact(text, href)];
    const provided = links['pb:latest-provider-pacts'];
    if (provided !== undefined) return pactsAt(provided.href.replace('{provider}', encodeURIComponent(provider)));
    const pacts = links['pb:pacts'] ?? links.pacts ?? [];
    return (await Promise.all(pacts.map((pact) => pactsAt(new URL(pact.href, href).href)))).flat();
  };

  const pacts = await pactsAt(url.href);
  if (pacts.length > 0) return pacts;
  throw new PactFileError(
    `Failed to read ${url.href}: it has no pact with ${provider}. Publish one, or name the provider as the broker knows it.`,
    [url.href],
  );
}

/** The links of a broker's page; `undefined` for a pact, which has links of its own when a broker gives it. */
function linksIn(text: string): z.infer<typeof Links>['_links'] | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (z.object({ interactions: z.unknown(), consumer: z.object({ name: z.string() }) }).safeParse(json).success)
      return undefined;
    return Links.safeParse(json).data?._links;
  } catch {
    return undefined;
  }
}

function authorizationFor({ username, password }: URL): { readonly Authorization?: string } {
  const { PACT_BROKER_TOKEN: token, PACT_BROKER_USERNAME: user, PACT_BROKER_PASSWORD: secret = '' } = process.env;
  if (username !== '') return basic(decodeURIComponent(username), decodeURIComponent(password));
  if (token) return { Authorization: `Bearer ${token}` };
  return user ? basic(user, secret) : {};
}

function basic(user: string, password: string): { readonly Authorization: string } {
  return { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

async function fetchText(href: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const response = await fetch(href, { headers, signal: AbortSignal.timeout(30_000) }).catch((cause: unknown) => {
    throw refused(href, `nothing answers (${reasonOf(cause)})`, 'Check the address.', cause);
  });
  if (response.ok) return response.text();
  const isLogin = response.status === 401 || response.status === 403;
  throw refused(
    href,
    `it answers ${response.status}`,
    isLogin ? 'Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.' : 'Check the address.',
  );
}

function refused(href: string, received: string, advice: string, cause?: unknown): PactFileError {
  return new PactFileError(`Failed to read ${href}: ${maskSecrets(received)}. ${advice}`, [href], { cause });
}

/** fetch's own message is "fetch failed", and the reason is its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
