import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

import { canonicalJson } from '@customer-contracts/pact-files/internal';
import * as z from 'zod';

/** What a provider answers to everything. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What Pact's verifier sent for an interaction, and what it had against the answer. */
export interface Verdict {
  readonly description: string;
  readonly mismatches: readonly string[];
}

/** What Pact's verifier sends for the interactions of a pact, and what it has against an answer. */
export async function verifiedByCore(
  pact: object,
  answer: Answer,
): Promise<{ readonly sent: readonly string[]; readonly verdicts: readonly Verdict[] }> {
  const sent: string[] = [];
  const reply = async (request: IncomingMessage, response: ServerResponse) => {
    const { host: _, ...headers } = request.headers;
    sent.push(canonicalJson([request.method, request.url, headers, await text(request)]));
    response.writeHead(answer.status, answer.headers).end(answer.body);
  };
  const server = createServer((request, response) => void reply(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const directory = await mkdtemp(join(tmpdir(), 'verified-by-core-'));
  try {
    const [file, results] = [join(directory, 'pact.json'), join(directory, 'results.json')];
    await writeFile(file, JSON.stringify(pact));
    const options = { provider: 'customers', providerBaseUrl: `http://127.0.0.1:${port}`, pactUrls: [file] };
    // A process of its own, because the core prints from native code.
    await promisify(execFile)(
      process.execPath,
      ['-e', program, JSON.stringify({ ...options, logLevel: 'error' }), results],
      {
        env: { ...process.env, PACT_DO_NOT_TRACK: 'true' },
        cwd: import.meta.dirname,
      },
    );
    // Where it says how long a body is, it knows its type in version 4 alone.
    const plain = (await readFile(results, 'utf8')).replaceAll(/(Present\(\d+ bytes), [^)]*\)/g, '$1)');
    const { interactionResults } = Results.parse(JSON.parse(plain));
    const verdicts = interactionResults.map(({ description, mismatch }) => ({
      description,
      mismatches: (mismatch?.mismatches ?? []).map((each) => canonicalJson(each)).toSorted(),
    }));
    return { sent, verdicts };
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(directory, { recursive: true });
  }
}

const program = `
const { Verifier } = require('@pact-foundation/pact-core');
const [options, file] = process.argv.slice(1);
const keep = (results) => require('node:fs').writeFileSync(file, results);
new Verifier(JSON.parse(options)).verify().then(keep, (error) => keep(error.message));
`;

const Results = z.object({
  interactionResults: z.array(
    z.object({
      description: z.string(),
      mismatch: z
        .object({ mismatches: z.array(z.unknown()).optional() })
        .loose()
        .nullish(),
    }),
  ),
});
