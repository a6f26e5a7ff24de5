/**
 * The emulator behind Mock Service Worker: in tests, in stories, in a page.
 *
 * @module
 */

import { servers } from '@customer-contracts/schemas';
import { http, HttpResponse } from 'msw';

/** Whatever answers requests: an emulator of Node, or one in a page. */
export interface AnsweringEmulator {
  readonly fetch: (request: Request) => Promise<Response>;
}

/** What is asked of the emulator. */
export interface HandlerOptions {
  /**
   * Where the tested code believes the API to be, such as `http://localhost:3000/rebilly`, with the organization's path or without
   * it. Rebilly's sandbox when absent.
   */
  readonly baseUrl?: string;
}

/**
 * Lets msw answer every request below `baseUrl` from an emulator. A fault that closes the connection is a network error.
 *
 * @example
 * using emulator = createEmulator({ credentials: [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] });
 * const server = setupServer(...handlers(emulator));
 * server.listen();
 */
export function handlers(
  emulator: AnsweringEmulator,
  { baseUrl = servers.sandbox }: HandlerOptions = {},
): ReturnType<typeof http.all>[] {
  const base = new URL(baseUrl, pageAddress());
  const below = `${base.origin}${base.pathname}`.replace(/\/$/, '');
  // What comes before the API's own paths. The organization's is one of them.
  const root = base.pathname.replace(/\/(?:organizations\/[^/]+\/?)?$/, '');
  return [
    http.all(new RegExp(`^${escaped(below)}(?:[/?]|$)`), async ({ request }) => {
      const url = new URL(request.url);
      url.pathname = url.pathname.slice(root.length);
      try {
        return movedTo(`${url.origin}${root}`, url.origin, await emulator.fetch(new Request(url, request)));
      } catch {
        return HttpResponse.error();
      }
    }),
  ];
}

/** Of the page, where there is one. */
function pageAddress(): string | undefined {
  const page: object = globalThis;
  return 'location' in page ? String(page.location) : undefined;
}

/** What was made is below the base, too. */
function movedTo(base: string, origin: string, response: Response): Response {
  const location = response.headers.get('location');
  if (location?.startsWith(`${origin}/`) === true) {
    response.headers.set('location', `${base}${location.slice(origin.length)}`);
  }
  return response;
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
