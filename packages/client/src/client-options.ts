import { formatCredential, organizationPath, PathId, servers, type ServerName } from '@customer-contracts/schemas';
import { checkOptions, mistakeInKey, type OptionProblem } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import { isDots } from './dots.ts';
import type { HttpFetch } from './http-fetch.ts';
import { InvalidOptionsError } from './invalid-options-error.ts';

/**
 * Who the client is: a secret API key, or the token of a user's session or of an application. `apiKey: null` sends neither,
 * for a server of your own that keeps the key and adds it: a browser must not have one.
 */
export type CustomersClientCredentials =
  | { readonly apiKey?: undefined; readonly token: string }
  // The last one is what TypeScript says is missing.
  | { readonly apiKey: string | null; readonly token?: undefined };

/** What a client needs to know. */
export type CustomersClientOptions = CustomersClientCredentials & {
  /** Rebilly's `'sandbox'` or `'live'` host, or the URL of another server: http or https, with or without a path. */
  readonly server: ServerName | (string & Record<never, never>);
  /** The organization, sent as the prefix of each path. The default organization of the credentials when absent. */
  readonly organizationId?: string | undefined;
  /**
   * The organization, sent as the header `Organization-Id`, as in January 2022. A path with an organization wins.
   *
   * @deprecated The header left Rebilly's document in February 2022: use `organizationId`.
   */
  readonly organization_id?: string | undefined;
  /** How long one attempt may take until its answer is read, in ms. 10 000 when absent. */
  readonly timeout?: number | undefined;
  /** How often a request is sent again where that is safe. 2 when absent; 0 for never. */
  readonly maxRetries?: number | undefined;
  /** The longest wait before a repeat, in ms: when the API asks for more, the call fails at once. 60 000 when absent. */
  readonly maxWait?: number | undefined;
  /** What sends each attempt: a proxy, a test or a faster transport may stand in. The platform's `fetch` when absent. */
  readonly fetch?: HttpFetch | undefined;
};

/** How a client reaches the API. Holds the secret: never part of an error or a result. */
export interface Connection {
  /** Where the paths of the operations begin: no slash at the end. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly secret: string;
  readonly fetch: HttpFetch;
  readonly timeout: number;
  readonly maxRetries: number;
  readonly maxWait: number;
}

/** The most that a timer can wait, in ms: 24.8 days. */
const maxTimer = 2 ** 31 - 1;

/** A whole number of ms, or of repeats. */
function whole(least: number, most: number) {
  const advice = `Give a whole number from ${least} to ${most}`;
  return z.int(advice).min(least, advice).max(most, advice);
}

/** A timeout in ms. */
export const Timeout = whole(1, maxTimer);

/** Anything else would make the platform throw an error that shows the whole header. */
const HeaderValue = z.custom<string>(
  (value) => typeof value === 'string' && mistakeInKey(value) === undefined,
  'Give printable ASCII without spaces',
);

/** What is a secret, or may have one in it by mistake. */
const secrets = ['server', 'organizationId', 'organization_id', 'apiKey', 'token'];

const Options = z
  .strictObject({
    server: z.custom<string>(isServer, 'Give sandbox, live, or an http(s) URL without credentials, query and fragment'),
    organizationId: z
      .custom<string>(isOrganizationId, 'Give 1 to 50 ASCII letters, digits, dots and _ @ ~ -, and not dots alone')
      .optional(),
    organization_id: HeaderValue.refine((id) => id.length <= 50, 'Give 50 characters at most').optional(),
    apiKey: HeaderValue.nullable().optional(),
    token: HeaderValue.optional(),
    timeout: Timeout.optional(),
    maxRetries: whole(0, 10).optional(),
    maxWait: whole(0, maxTimer).optional(),
    fetch: z.custom<HttpFetch>((value) => typeof value === 'function', 'Give a function').optional(),
  })
  .refine(({ apiKey, token }) => (apiKey === undefined) !== (token === undefined), {
    path: ['apiKey'],
    message: 'Give either apiKey or token',
  })
  .refine(({ server, organizationId }) => organizationId === undefined || !/\/organizations\/[^/]+\/*$/.test(server), {
    path: ['organizationId'],
    message: 'The server has an organization already: leave it out',
  });

/**
 * Checks the options of a client.
 *
 * @throws {InvalidOptionsError} when one is unknown or can't be used.
 */
export function connect(options: CustomersClientOptions): Connection {
  const checked = checkOptions(Options, options, refuse, secrets);
  const { server, organizationId, organization_id, apiKey, token, timeout, maxRetries, maxWait, fetch } = checked;
  const host = new URL(isServerName(server) ? servers[server] : server).href.replace(/\/+$/, '');
  return {
    base: organizationId === undefined ? host : host + organizationPath(organizationId, ''),
    headers: {
      Accept: 'application/json',
      ...Object.fromEntries([
        ...(typeof apiKey === 'string' ? [formatCredential('apiKey', apiKey)] : []),
        // A user's token and an application's look the same on the wire.
        ...(token === undefined ? [] : [formatCredential('jwt', token)]),
      ]),
      ...(organization_id !== undefined && { 'Organization-Id': organization_id }),
    },
    secret: apiKey ?? token ?? '',
    // Looked up anew for each request: a test may put another one in its place.
    fetch: fetch ?? ((...request) => globalThis.fetch(...request)),
    timeout: timeout ?? 10_000,
    maxRetries: maxRetries ?? 2,
    maxWait: maxWait ?? 60_000,
  };
}

function refuse(problem: OptionProblem): InvalidOptionsError {
  return new InvalidOptionsError(problem, 'create a customers client');
}

function isServerName(server: string): server is ServerName {
  return Object.hasOwn(servers, server);
}

function isOrganizationId(id: unknown): boolean {
  return PathId.safeParse(id).success && !isDots(id);
}

function isServer(server: unknown): boolean {
  if (typeof server !== 'string') return false;
  if (isServerName(server)) return true;
  const url = URL.parse(server);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && !/[?#]/.test(server);
}
