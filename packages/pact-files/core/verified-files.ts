import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';

import * as z from 'zod';

/** Where Pact's verifier asks for states. */
export const statesPath = '/_provider-states';

/** The text of a pact file, and who answers its requests, and its changes of state. */
export interface VerifiedFile {
  readonly text: string;
  readonly provider: (request: Request) => Promise<Response>;
}

/**
 * What Pact's own verifier has against files: nothing, or its own words. All of them are verified one after the other, in one
 * process apart, because the core prints from native code.
 */
export async function verifiedFiles(files: readonly VerifiedFile[]): Promise<readonly (string | undefined)[]> {
  const directory = await mkdtemp(join(tmpdir(), 'verified-files-'));
  const servers = await Promise.all(files.map(({ provider }) => serverOf(provider)));
  try {
    const tasks = await Promise.all(
      files.map(async ({ text }, index) => {
        const file = join(directory, `${index}.json`);
        await writeFile(file, text);
        return { file, url: servers[index]?.url };
      }),
    );
    const [input, output] = [join(directory, 'tasks.json'), join(directory, 'results.json')];
    await writeFile(input, JSON.stringify(tasks));
    await promisify(execFile)(process.execPath, ['-e', program, input, output, statesPath], {
      env: { ...process.env, PACT_DO_NOT_TRACK: 'true' },
      cwd: import.meta.dirname,
      maxBuffer: 1e9,
    });
    return z
      .array(z.string().nullable())
      .parse(JSON.parse(await readFile(output, 'utf8')))
      .map((each) => each ?? undefined);
  } finally {
    for (const { close } of servers) close();
    await rm(directory, { recursive: true });
  }
}

const program = `
const { Verifier } = require('@pact-foundation/pact-core');
const { readFileSync, writeFileSync } = require('node:fs');
const [input, output, states] = process.argv.slice(1);
(async () => {
  const results = [];
  for (const { file, url } of JSON.parse(readFileSync(input, 'utf8'))) {
    const options = { provider: 'rebilly-customers-api', providerBaseUrl: url, pactUrls: [file], logLevel: 'error' };
    const verifier = new Verifier({ ...options, providerStatesSetupUrl: url + states });
    results.push(await verifier.verify().then(() => null, (error) => String(error.message) || 'failed'));
  }
  writeFileSync(output, JSON.stringify(results));
})();
`;

async function serverOf(
  provider: VerifiedFile['provider'],
): Promise<{ readonly url: string; readonly close: () => void }> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/', headers } = request;
    const body = await buffer(request);
    const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0;
    const asked = new Request(`http://127.0.0.1${url}`, {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      ...(hasBody ? { body: new Uint8Array(body) } : {}),
    });
    const answered = await provider(asked);
    const content = Buffer.from(await answered.arrayBuffer());
    response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(content);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
