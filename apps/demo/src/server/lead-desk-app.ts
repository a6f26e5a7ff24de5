import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';

import { forwardToApi, type Api } from './forward-to-api.ts';
import { ownPagesOnly } from './own-pages-only.ts';
import { problem } from './problem.ts';

/** What Lead Desk serves. */
export interface LeadDeskOptions {
  /** The API that the page works with. */
  readonly api: Api;
  /** What the Contract page shows; absent where no provider was asked. A path that need not exist yet. */
  readonly contractFile?: string | undefined;
}

/** The page, as Vite built it. */
const web = join(import.meta.dirname, '../../dist/web');

/** Only what the server itself serves: no foreign script, style or address, and no script inside the page. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** The page and what it asks for: the files, the API behind `/api`, and the contract of the last run. */
export function leadDeskApp({ api, contractFile }: LeadDeskOptions): Hono {
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy, strictTransportSecurity: false, xXssProtection: false }));
  app.use(compress());
  app.use('/api/*', ownPagesOnly, bodyLimit({ maxSize: 1_000_000, onError: () => problem(413) }));
  app.all('/api/*', forwardToApi(api, '/api'));
  app.get('/contract.json', async (context) => {
    const contract = contractFile === undefined ? undefined : await read(contractFile);
    if (contract === undefined)
      return problem(404, { detail: 'This run asked no provider whether it honours a contract.' });
    return context.body(contract, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  });
  // Vite puts a hash of its content into the name of each asset.
  app.get('/assets/*', files('public, max-age=31536000, immutable'), () => problem(404));
  app.get('*', files('no-cache'), files('no-cache', 'index.html'));
  app.notFound(() => problem(404));
  return app;
}

/** The files of the page; or one of them, whatever was asked for. */
function files(cacheControl: string, path?: string): MiddlewareHandler {
  const onFound = (_: string, { header }: Context) => header('Cache-Control', cacheControl);
  return serveStatic({ root: web, onFound, ...(path !== undefined && { path }) });
}

async function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
